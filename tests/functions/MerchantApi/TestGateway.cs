using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayFunctions.Cashier;
using PayFunctions.Channels;
using PayFunctions.Agreements;
using PayFunctions.Authorizations;
using PayFunctions.Batches;
using PayFunctions.Clearing;
using PayFunctions.Console;
using PayFunctions.Host;
using PayFunctions.Identity;
using PayFunctions.Inbox;
using PayFunctions.KCodes;
using PayFunctions.Keys;
using PayFunctions.MerchantApi;
using PayFunctions.Movements;
using PayFunctions.Net;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Reconciliation;
using PayFunctions.Refunds;
using PayFunctions.ShareLogin;
using PayFunctions.Statements;
using PayFunctions.Storage;
using PayFunctions.Tests.Docs;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Platform;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>
/// The gateway as it registers itself, over stores in memory, a clock that stands and one channel.
/// Requests enter by the functions and their declared routes.
/// </summary>
internal sealed class TestGateway
{
    private readonly ServiceProvider services;

    public MemoryJournalStore Journal { get; } = new();

    public MemoryClearingStore Clearings { get; } = new();

    public MemoryBatchStore Batches { get; } = new();

    public MemoryBatchQueue BatchQueue { get; }

    public MemoryOrderListStore List { get; } = new();

    public MemoryConsoleSessionStore Sessions { get; } = new();

    public MemoryWalletLoginStore Logins { get; } = new();

    public MemoryVerificationStore Verifications { get; } = new();

    /// <summary>The first channel's checks of persons.</summary>
    public TestIdentityChannel Identity { get; } = new();

    /// <summary>The same without a page.</summary>
    public TestIdentityCheckChannel IdentityChecks { get; } = new();

    /// <summary>The first channel's wallet.</summary>
    public TestWalletChannel Wallet { get; } = new();

    public TestGateway(params Application[] registered)
    {
        Clock = new ManualTimeProvider();
        Secrets.Values["identity-hash-key"] = new string('k', 32);
        Movements = new MemoryMovementQueue(Clock);
        Notices = new MemoryNoticeQueue(Clock);
        BatchQueue = new MemoryBatchQueue(Clock);
        OrderTrouble = new TroubledOrders(Orders);
        Applications = new TroubledApplications(MemoryApplicationStore.With(
            registered.Length > 0
                ? registered
                : [TestMerchant.Shop.Registered, TestMerchant.Other.Registered]));
        services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IOrderStore>(_ => StoreOfOrders ?? OrderTrouble)
            .AddSingleton<IOrderEntryStore>(Orders)
            .AddSingleton<IJournalStore>(Journal)
            .AddSingleton<IReconciliationStore>(new MemoryReconciliationStore())
            .AddSingleton<IReconcileQueue>(new MemoryReconcileQueue(Clock))
            .AddSingleton<ISheetStore>(new MemorySheetStore())
            .AddReconciliation()
            .AddSingleton<IClearingStore>(Clearings)
            .AddSingleton<IBatchStore>(Batches)
            .AddSingleton<IBatchQueue>(BatchQueue)
            .AddBatches()
            .AddStatements()
            .AddClearing(new ConfigurationBuilder().Build())
            .AddSingleton<IOrderListStore>(List)
            .AddSingleton<IConsoleSessionStore>(Sessions)
            .AddSingleton<IWalletLoginStore>(Logins)
            .AddSingleton<IVerificationStore>(_ => StoreOfVerifications ?? Verifications)
            .AddSingleton<DrawToken>(static () =>
                WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)))
            .AddSingleton<IMovementQueue>(Movements)
            .AddSingleton<INoticeQueue>(Notices)
            .AddSingleton<IApplicationStore>(Applications)
            .AddSingleton<IDeadLetterStore>(DeadLetters)
            .AddSingleton<IReturnQueue>(DeadLetters)
            .AddSingleton<IKeySource>(Keys)
            .AddSingleton<VaultGate>()
            .AddSingleton<KeyRing>()
            .AddSingleton(NetworkList.None)
            .AddSingleton(new GatewayAddress(new Uri("https://pay.example/")))
            .AddSingleton<IChannel>(Channel)
            .AddSingleton<IChannel>(Bare)
            .AddSingleton<IChannel>(KCodes)
            .AddSingleton<IChannel>(Wallet)
            .AddSingleton<IChannel>(Identity)
            .AddSingleton<IChannel>(IdentityChecks)
            .AddSingleton<ISecretSource>(Secrets)
            .AddTestAccounts(
                TestAccounts.Of(TestChannel.ChannelName),
                TestAccounts.Of(TestChannel.ChannelName, TestChannel.Second),
                TestAccounts.Of("bare"))
            .AddPlatform().AddMerchantApi().AddPayments().AddRefunds().AddAuthorizations()
            .AddKCodes().AddAgreements()
            .AddChannels()
            .AddInbox().AddMovements().AddNotifications().AddCashier().AddConsole()
            .AddShareLogin().AddIdentity(new ConfigurationBuilder().Build())
            .AddOptions()
            .BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; }

    public MemoryOrderStore Orders { get; } = new();

    public TroubledOrders OrderTrouble { get; }

    /// <summary>Takes the place of the store of orders; set before the first request.</summary>
    public IOrderStore? StoreOfOrders { get; init; }

    /// <summary>Takes the place of the store of checks; set before the first request.</summary>
    public IVerificationStore? StoreOfVerifications { get; init; }

    public TroubledApplications Applications { get; }

    public MemoryDeadLetters DeadLetters { get; } = new();

    public MemoryMovementQueue Movements { get; }

    public MemoryNoticeQueue Notices { get; }

    public TestKeySource Keys { get; } = new();

    public TestChannel Channel { get; } = new();

    /// <summary>A channel that can neither refund nor cancel.</summary>
    public BareChannel Bare { get; } = new();

    /// <summary>The first channel's payment by card and code.</summary>
    public TestKCodeChannel KCodes { get; } = new();

    /// <summary>The secrets in the vault.</summary>
    public MemorySecrets Secrets { get; } = new();

    public LogLines Log { get; } = new();

    public T Get<T>()
        where T : notnull
        => services.GetRequiredService<T>();

    /// <summary>A merchant's call.</summary>
    public Task<Answer> SendAsync(MerchantRequest request)
        => SendAsync(request.ToContext(services, Clock.GetUtcNow()));

    /// <summary>A call that nobody signs.</summary>
    public Task<Answer> SendAsync(
        string method, string target, string? body = null, string? contentType = null)
        => SendAsync(TestRequest.New(
            services, method, target, Encoding.UTF8.GetBytes(body ?? ""), contentType));

    /// <summary>Any request.</summary>
    public static async Task<Answer> SendAsync(HttpContext context)
        => await Answer.OfAsync(
            context, await HttpRoute.Find(context.Request).RunAsync(context));

    /// <summary>A new request of those bytes.</summary>
    public HttpContext NewContext(
        string method, string target, byte[] body, bool hasLength = true)
        => TestRequest.New(services, method, target, body, hasLength: hasLength);

    /// <summary>Creates the usual order.</summary>
    public async Task<Order> CreateOrderAsync(params (string Name, string? Raw)[] changes)
    {
        var answer = await SendAsync(MerchantRequest.Create(PaymentBody.Json(changes)));
        answer.Status.ShouldBe(201, answer.Text);
        return Orders.Orders[^1];
    }

    /// <summary>Creates the usual order and sends the payer to the channel.</summary>
    public async Task<Order> OpenOrderAsync()
    {
        var order = await CreateOrderAsync();
        (await SendAsync("POST", $"/cashier/{order.Id}/{TestChannel.Product}"))
            .Status.ShouldBe(303);
        return await OrderAsync(order.Id);
    }

    /// <summary>Creates the usual order and has it paid.</summary>
    public async Task<Order> PayOrderAsync()
    {
        var order = await OpenOrderAsync();
        (await NotifyAsync($"paid {order.Id}01 100 T-1")).Status.ShouldBe(200);
        return await OrderAsync(order.Id);
    }

    /// <summary>Has a payer agree to debits of 100 fen at most, and of 150 in all.</summary>
    public async Task<Order> SignAsync(params (string Name, string? Raw)[] changes)
    {
        var created = await AgreeAsync(changes);
        created.Status.ShouldBe(201, created.Text);
        var id = Orders.Orders[^1].Id;
        (await SendAsync("POST", $"/cashier/{id}/{TestChannel.AgreementProduct}"))
            .Status.ShouldBe(303);
        (await NotifyAsync($"paid {id}01 0 G-1")).Status.ShouldBe(200);
        return await OrderAsync(id);
    }

    /// <summary>Creates an agreement for a payer to sign.</summary>
    public Task<Answer> AgreeAsync(params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post("/v1/agreements", PaymentBody.Agreement(changes)));

    /// <summary>Debits 40 fen as <c>D-1</c>.</summary>
    public Task<Answer> DebitAsync(
        OrderId agreement, params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post(
            "/v1/debits", PaymentBody.Debit(agreement.Value, changes)));

    /// <summary>Ends an agreement.</summary>
    public Task<Answer> UnsignAsync(OrderId agreement)
        => SendAsync(MerchantRequest.Post($"/v1/agreements/{agreement}/unsign", ""));

    /// <summary>Has the usual amount held.</summary>
    public async Task<Order> HoldAsync(string product = TestChannel.HoldProduct)
    {
        var created = await AuthorizeAsync(("channel", $"\"{product}\""));
        created.Status.ShouldBe(201, created.Text);
        var id = Orders.Orders[^1].Id;
        (await SendAsync("POST", $"/cashier/{id}/{product}")).Status.ShouldBe(303);
        (await NotifyAsync($"paid {id}01 100 H-1")).Status.ShouldBe(200);
        return await OrderAsync(id);
    }

    /// <summary>Asks for the usual amount to be held.</summary>
    public Task<Answer> AuthorizeAsync(params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post("/v1/authorizations", PaymentBody.Json(changes)));

    /// <summary>Captures 40 fen as <c>C-1</c>.</summary>
    public Task<Answer> CaptureAsync(OrderId hold, params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post(
            $"/v1/authorizations/{hold}/capture", PaymentBody.Capture(changes)));

    /// <summary>Lets what is held go as <c>V-1</c>.</summary>
    public Task<Answer> VoidAsync(OrderId hold, params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post(
            $"/v1/authorizations/{hold}/void", PaymentBody.Void(changes)));

    /// <summary>Has a code sent for the usual order, as <c>K-1</c>.</summary>
    public Task<Answer> SendKCodeAsync(params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post("/v1/payments/kcode", PaymentBody.KCode(changes)));

    /// <summary>Has another code sent for the last order.</summary>
    public Task<Answer> ResendKCodeAsync(string number = "S-1")
        => SendAsync(MerchantRequest.Post(
            $"/v1/payments/{Orders.Orders[^1].Id}/kcode/resend",
            $"{{\"out_request_no\":\"{number}\"}}"));

    /// <summary>Pays the last order with a code, as <c>P-1</c>.</summary>
    public Task<Answer> PayByKCodeAsync(params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post(
            $"/v1/payments/{Orders.Orders[^1].Id}/kcode", PaymentBody.KCodePay(changes)));

    /// <summary>Has the usual person checked as <c>V-1</c>.</summary>
    public Task<Answer> VerifyAsync(params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post(
            "/v1/identity-verifications", PaymentBody.Identity(changes)));

    /// <summary>Asks for a refund of the usual order.</summary>
    public Task<Answer> RefundAsync(params (string Name, string? Raw)[] changes)
        => SendAsync(MerchantRequest.Post("/v1/refunds", PaymentBody.Refund(changes)));

    /// <summary>The channel tells us.</summary>
    public Task<Answer> NotifyAsync(string line, string account = TestChannel.Main)
        => SendAsync("POST", $"/notify/{TestChannel.ChannelName}/{account}", line);

    /// <summary>The order as it is stored.</summary>
    public async Task<Order> OrderAsync(OrderId id)
        => (await Orders.FindAsync(id, CancellationToken.None)).ShouldNotBeNull().Order;
}
