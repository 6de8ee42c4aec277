using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Agreements;
using PayFunctions.Authorizations;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Keys;
using PayFunctions.Movements;
using PayFunctions.Net;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Reconciliation;
using PayFunctions.Refunds;
using PayFunctions.Storage;
using PayFunctions.Tests.Cashier;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Orders;
using PayFunctions.Tests.Platform;
using PayFunctions.Tests.Reconciliation;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Movements;

/// <summary>
/// Operations, consumers and notices over stores in memory and a clock that stands.
/// </summary>
internal sealed class Bench : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly ServiceProvider services;

    public Bench(
        string notifyUrl = "https://shop.example/notify", Application? application = null,
        RunLimits? limits = null)
    {
        NotifyUrl = notifyUrl;
        Movements = new MemoryMovementQueue(Clock);
        Notices = new MemoryNoticeQueue(Clock);
        Reconcile = new MemoryReconcileQueue(Clock);
        Effects = new Effects(Orders, Movements, Notices);
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IOrderStore>(Effects)
            .AddSingleton<IJournalStore>(Journal)
            .AddSingleton<IReconciliationStore>(Reconciliations)
            .AddSingleton<IReconcileQueue>(Reconcile)
            .AddSingleton<IChannel>(Bills)
            .AddSingleton<ISheetStore>(Sheets)
            .AddReconciliation()
            .AddSingleton(limits ?? RunLimits.Default)
            .AddSingleton<IOrderListStore>(List)
            .AddSingleton<IMovementQueue>(Effects)
            .AddSingleton<INoticeQueue>(Effects)
            .AddSingleton<IApplicationStore>(MemoryApplicationStore.With(application ?? Shop))
            .AddSingleton<ApplicationDirectory>()
            .AddSingleton<IChannel>(Channel)
            .AddSingleton<IChannel>(Bare)
            .AddChannels()
            .AddSingleton<IKeySource>(Keys)
            .AddSingleton(Options.Create(new KeysOptions()))
            .AddSingleton<VaultGate>()
            .AddSingleton<KeyRing>()
            .AddNet(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Net:AllowedNetworks:0", "127.0.0.0/8")])
                .Build())
            .AddSingleton(new GatewayAddress(new Uri("https://pay.example/")))
            .AddSingleton<IRefundNumberStore>(Numbers)
            .AddTestAccounts(
                TestAccounts.Of("alipay", An.Account), TestAccounts.Of("alipay", Spare),
                TestAccounts.Of("bare", An.Account))
            .AddPayments()
            .AddRefunds()
            .AddAuthorizations()
            .AddAgreements()
            .AddMovements()
            .AddNotifications()
            .BuildServiceProvider();
    }

    public static Application Shop { get; } = new()
    {
        AppId = "shop",
        Name = "Tea & Co",
        AllowHttp = true,
        Accounts = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
            .Add("alipay", [An.Account])
            .Add("bare", [An.Account]),
    };

    /// <summary>A second account that the shop does not use unless a test says so.</summary>
    public const string Spare = "spare";

    public string NotifyUrl { get; }

    public ManualTimeProvider Clock { get; } = new(An.Noon);

    public MemoryOrderStore Orders { get; } = new();

    public MemoryMovementQueue Movements { get; }

    public MemoryNoticeQueue Notices { get; }

    public Effects Effects { get; }

    public MemoryJournalStore Journal { get; } = new();

    public MemoryReconciliationStore Reconciliations { get; } = new();

    public MemoryReconcileQueue Reconcile { get; }

    public MemorySheetStore Sheets { get; } = new();

    public ScriptedBills Bills { get; } = new();

    public MemoryOrderListStore List { get; } = new();

    public TalkingChannel Channel { get; } = new();

    public BareChannel Bare { get; } = new();

    public MemoryRefundNumberStore Numbers { get; } = new();

    public TestKeys Keys { get; } = new();

    public LogBook Log { get; } = new();

    public OrderCommit Commit => Get<OrderCommit>();

    public Order OrderNow => Orders.Orders.ShouldHaveSingleItem();

    public OrderId Id { get; } = OrderId.Of("shop", "A-1");

    public T Get<T>()
        where T : notnull
        => services.GetRequiredService<T>();

    /// <summary>Makes the order.</summary>
    public Task<OrderDecision> CreateAsync(LateSuccess late = default, TimeSpan? lifetime = null)
        => ApplyAsync(An.Create(
            An.Terms() with
            {
                NotifyUrl = NotifyUrl,
                Lifetime = lifetime ?? An.Terms().Lifetime,
            },
            late));

    /// <summary>Applies a command as any road does.</summary>
    public Task<OrderDecision> ApplyAsync(OrderCommand command)
        => Commit.ApplyAsync(Id, command, default);

    /// <summary>An order with one open attempt for each product.</summary>
    public async Task OpenAsync(params string[] products)
    {
        await CreateAsync();
        foreach (var product in products.DefaultIfEmpty(An.Product))
        {
            await ApplyAsync(new OpenAttempt(product, An.Account));
        }
    }

    /// <summary>An order that was paid, and whose merchant knows.</summary>
    public async Task PayAsync(string product = An.Product)
    {
        await OpenAsync(product);
        await ApplyAsync(An.Success());
        await FollowForAsync(TimeSpan.Zero);
    }

    /// <summary>The operator changes an account; every instance has seen it.</summary>
    public async Task ChangeAccountAsync(
        string name, Func<ChannelAccount, ChannelAccount> change, string channel = "alipay")
    {
        var store = Get<IAccountStore>();
        var stored = (await store.FindAsync(channel, name, default)).ShouldNotBeNull();
        await store.SaveAsync(change(stored.Account), stored.ETag, default);
        Get<AccountDirectory>().Forget(channel, name);
    }

    /// <summary>The order's notices as they are stored.</summary>
    public async Task<IReadOnlyList<StoredNotice>> NoticesAsync()
        => (await Orders.FindFileAsync(Id, default)).ShouldNotBeNull().Notices;

    /// <summary>The order's only notice as it is stored.</summary>
    public async Task<StoredNotice> NoticeAsync()
        => (await NoticesAsync()).ShouldHaveSingleItem();

    /// <summary>Hands out every announcement that comes due in that time; how many there were.
    /// </summary>
    public async Task<int> FollowForAsync(TimeSpan time)
    {
        const int enough = 500;
        var end = Clock.GetUtcNow() + time;
        var handled = 0;
        while (handled < enough && Movements.Queue.NextVisibleAt is { } next && next <= end)
        {
            Clock.AdvanceTo(next > Clock.GetUtcNow() ? next : Clock.GetUtcNow());
            var message = Movements.Queue.Receive(Lease).ShouldNotBeNull();
            await Get<MovementConsumer>().RunAsync(message.Body, default);
            Movements.Queue.Delete(message.MessageId, message.PopReceipt);
            handled++;
        }

        Clock.AdvanceTo(end > Clock.GetUtcNow() ? end : Clock.GetUtcNow());
        return handled;
    }

    /// <summary>Lets time pass and the queue work, second by second, until a call is over.
    /// </summary>
    public async Task<T> PassUntilAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            if (await Task.WhenAny(call, Clock.WhenArmedAsync()) != call)
            {
                await FollowForAsync(TimeSpan.FromSeconds(1));
            }
        }

        return await call;
    }

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();
}
