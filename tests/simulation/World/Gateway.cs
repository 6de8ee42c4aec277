using System.Globalization;
using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PayFunctions.Agreements;
using PayFunctions.Authorizations;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Inbox;
using PayFunctions.KCodes;
using PayFunctions.Keys;
using PayFunctions.Movements;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Refunds;
using PayFunctions.Storage;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>One process of the gateway: the real services, the world behind the seam.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <summary>Starts a process.</summary>
    public Gateway(Durable world)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(world.Alarms));
        collection.AddSingleton<TimeProvider>(world.Clock);
        collection.AddGateway(Settings(world.Keys));
        collection.RemoveAll<IChannel>();
        collection.AddSingleton<IChannel>(p => new FullChannel(
            world.Full, world.Door, Accounts(p, world.Full)));
        collection.AddSingleton(p => new BareChannel(
            world.Bare, world.Door, Accounts(p, world.Bare)));
        collection.AddSingleton<IChannel>(static p => p.GetRequiredService<BareChannel>());
        collection.AddSingleton<IChannel>(p => new CodeChannel(
            p.GetRequiredService<BareChannel>(), world.Bare, world.Door));
        collection.AddSingleton<QueueServiceClient>(
            new SimQueueService(world.Movements, world.Notices, world.Door));
        collection.AddSingleton<IOrderStore>(
            new SeamedOrderStore(world.Orders, world.Door));
        var journal = new SeamedJournalStore(world.Journal, world.List, world.Door);
        collection.AddSingleton<IJournalStore>(journal);
        collection.AddSingleton<IOrderListStore>(journal);
        collection.AddSingleton<IApplicationStore>(
            new SeamedApplicationStore(world.Applications, world.Door));
        collection.AddSingleton<IAccountStore>(
            new SeamedAccountStore(world.Accounts, world.Door));
        collection.AddSingleton<IRefundNumberStore>(
            new SeamedRefundNumberStore(world.RefundNumbers, world.Door));
        collection.AddSingleton<IDeadLetterStore>(world.DeadLetters);
        Decorate(collection, world.Door);
        services = collection.BuildServiceProvider();
    }

    /// <summary>The merchant creates an order.</summary>
    public async Task<OrderDecision> CreateAsync(
        string appId, string outTradeNo, PaymentTerms terms)
        => await Get<CreatePayment>().RunAsync(
            await AppAsync(appId), outTradeNo, terms, default);

    /// <summary>The payer goes to the channel.</summary>
    public async Task<StartResult?> StartAsync(OrderId id, string product)
        => await Get<IOrderStore>().FindAsync(id, default) is { } stored
            ? await Get<StartPayment>().RunAsync(stored, product, payer: null, default)
            : null;

    /// <summary>The merchant asks.</summary>
    public async Task<Order?> QueryAsync(string appId, OrderId id)
        => await Get<QueryPayment>().RunAsync(await AppAsync(appId), id, default);

    /// <summary>The merchant closes.</summary>
    public Task<OrderDecision> CloseAsync(OrderId id)
        => Get<ClosePayment>().RunAsync(id, default);

    /// <summary>The merchant cancels.</summary>
    public Task<CancelResult> CancelAsync(OrderId id) => Get<CancelPayment>().RunAsync(id, default);

    /// <summary>The till charges a payer's code, and does not wait for an outcome.</summary>
    public async Task<ChargeResult> ChargeAsync(
        string appId, string outTradeNo, PaymentTerms terms, string code)
        => await Get<ChargePayment>().RunAsync(
            await AppAsync(appId), outTradeNo, terms, PayerCode.Of(code).ShouldNotBeNull(),
            TimeSpan.Zero, default);

    /// <summary>The merchant has a code sent to the payer's phone.</summary>
    public async Task<KCodeResult> SendKCodeAsync(
        string appId, string outTradeNo, PaymentTerms terms, string number, KCodeCard card)
        => await Get<SendKCode>().RunAsync(
            await AppAsync(appId), outTradeNo, terms, number, card, default);

    /// <summary>The merchant has another code sent.</summary>
    public async Task<KCodeResult> ResendKCodeAsync(string appId, OrderId id, string number)
        => await Get<ResendKCode>().RunAsync(await AppAsync(appId), id, number, default);

    /// <summary>The payer enters a code.</summary>
    public async Task<KCodeResult> PayByKCodeAsync(
        string appId, OrderId id, string number, KCodeProof proof)
        => await Get<PayByKCode>().RunAsync(await AppAsync(appId), id, number, proof, default);

    /// <summary>The merchant wants money back for the payer.</summary>
    public async Task<RefundResult> RefundAsync(string appId, OrderId id, RequestRefund wanted)
        => await Get<RefundPayment>().RunAsync(await AppAsync(appId), id, wanted, default);

    /// <summary>The merchant takes what is held.</summary>
    public async Task<CaptureResult> CaptureAsync(
        string appId, OrderId hold, RequestCapture wanted)
        => await Get<CaptureHold>().RunAsync(await AppAsync(appId), hold, wanted, default);

    /// <summary>The merchant takes money under an agreement.</summary>
    public async Task<DebitResult> DebitAsync(string appId, DebitWish wish)
        => await Get<DebitAgreement>().RunAsync(await AppAsync(appId), wish, default);

    /// <summary>The merchant ends an agreement.</summary>
    public async Task<OrderDecision> UnsignAsync(OrderId agreement)
        => await Get<UnsignAgreement>().RunAsync(
            (await Get<IOrderStore>().FindAsync(agreement, default))!, default);

    /// <summary>The merchant lets go what is held.</summary>
    public async Task<RefundResult> VoidAsync(string appId, OrderId hold, RequestRelease wanted)
        => await Get<VoidHold>().RunAsync(await AppAsync(appId), hold, wanted, default);

    /// <summary>The merchant asks about a refund.</summary>
    public async Task<RefundKnown?> QueryRefundAsync(string appId, string outRequestNo)
        => await Get<QueryRefund>().RunAsync(await AppAsync(appId), outRequestNo, default);

    /// <summary>The merchant wants a notice again.</summary>
    public async Task ResendAsync(string appId, NotifyId id)
        => await Get<ResendNotification>().RunAsync(await AppAsync(appId), id, default);

    /// <summary>The channel notifies; true when it may stop.</summary>
    public async Task<bool> ReceiveAsync(Letter letter)
    {
        var body = Encoding.UTF8.GetBytes(letter.Id.ToString(CultureInfo.InvariantCulture));
        var answer = await Get<ReceiveNotification>().RunAsync(
            letter.Channel, new RawNotification(letter.Account, "POST", null, body), default);
        (answer.Verdict == InboxVerdict.Accepted).ShouldBe(
            string.Equals(answer.Reply.Body, "success", StringComparison.Ordinal));
        return answer.Verdict == InboxVerdict.Accepted;
    }

    /// <summary>The runtime hands out an announcement.</summary>
    public Task FollowAsync(SimMessage message)
        => ActivatorUtilities.CreateInstance<MovementFunctions>(services)
            .FollowAsync(Received(message), default);

    /// <summary>The runtime hands out a planned attempt.</summary>
    public Task RepeatAsync(SimMessage message)
        => ActivatorUtilities.CreateInstance<NoticeFunctions>(services)
            .RepeatAsync(Received(message), default);

    /// <summary>The runtime gave a message up.</summary>
    public Task KeepAsync(string queue, SimMessage message)
        => Get<KeepDeadLetter>().RunAsync(
            queue, message.Id, BinaryData.FromString(message.Body), message.DequeueCount,
            default);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();

    private T Get<T>()
        where T : notnull
        => services.GetRequiredService<T>();

    private async Task<Application> AppAsync(string appId)
        => (await Get<ApplicationDirectory>().FindAsync(appId, default)).ShouldNotBeNull();

    private static QueueMessage Received(SimMessage message)
        => QueuesModelFactory.QueueMessage(
            message.Id, message.Receipt, BinaryData.FromString(message.Body),
            message.DequeueCount);

    private static AccountBook<SimAccount> Accounts(IServiceProvider services, ChannelTruth truth)
        => new(
            truth.Habits.Name, services.GetRequiredService<ReadAccount>(),
            static material => new AccountOpening<SimAccount>(new SimAccount(material.Name), []));

    private static IConfiguration Settings(KeyFolder keys) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Gateway:PublicUri"] = "https://pay.example/",
            ["Keys:LocalFolder"] = keys.Directory,
            ["Net:AllowedNetworks:0"] = "127.0.0.0/8",
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        })
        .Build();

    private static void Decorate(ServiceCollection collection, Seam door)
    {
        var inner = collection.Last(static d => d.ServiceType == typeof(IKeySource));
        collection.Remove(inner);
        collection.AddSingleton<IKeySource>(provider => new SeamedKeySource(
            (IKeySource)inner.ImplementationFactory!(provider), door));
    }
}
