using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayFunctions.Cashier;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Keys;
using PayFunctions.MerchantApi;
using PayFunctions.Movements;
using PayFunctions.Net;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Orders;
using PayFunctions.Tests.Platform;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Cashier;

/// <summary>The payer's pages over stores in memory, asked as a browser asks them.</summary>
internal sealed class CashierBench : IDisposable
{
    public const string Public = "https://pay.example/";

    private readonly MemoryOrderStore orders = new();
    private readonly ServiceProvider services;

    public CashierBench(Application? application = null)
    {
        Storage = new TroubledOrders(orders);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IOrderStore>(Storage)
            .AddSingleton<IJournalStore>(new MemoryJournalStore())
            .AddSingleton<IOrderListStore>(new MemoryOrderListStore())
            .AddSingleton<IMovementQueue>(new MemoryMovementQueue(Clock))
            .AddSingleton<IApplicationStore>(MemoryApplicationStore.With(application ?? Shop))
            .AddSingleton<ApplicationDirectory>()
            .AddSingleton<IChannel>(Channel)
            .AddChannels()
            .AddSingleton<IKeySource>(Keys)
            .AddSingleton(Options.Create(new KeysOptions()))
            .AddSingleton<VaultGate>()
            .AddSingleton<KeyRing>()
            .AddSingleton(NetworkList.None)
            .AddSingleton(new GatewayAddress(new Uri(Public)))
            .AddMerchantApi()
            .AddSingleton<OrderCommit>()
            .AddTestAccounts(TestAccounts.Of("alipay"))
            .AddPayments()
            .AddCashier()
            .BuildServiceProvider();
        Functions = ActivatorUtilities.CreateInstance<CashierFunctions>(services);
    }

    public static Application Shop { get; } = new()
    {
        AppId = "shop",
        Name = "Tea & Co",
        Accounts = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
            .Add("alipay", ["main"]),
    };

    public ManualTimeProvider Clock { get; } = new(An.Noon.AddMinutes(10));

    public TestKeys Keys { get; } = new();

    public ScriptedChannel Channel { get; } = new();

    public TroubledOrders Storage { get; }

    public CashierFunctions Functions { get; }

    public IServiceProvider Services => services;

    public Order OrderNow => orders.Orders.ShouldHaveSingleItem();

    public async Task<string> HasAsync(Order order)
    {
        await orders.CommitAsync(
            new OrderMove(order, null, OrderEvent.Created, order.CreatedAt, null, null), default);
        return order.Id.Value;
    }

    public Task<Answer> ShowAsync(string id, string language = "en", string query = "")
        => AskAsync(r => Functions.ShowAsync(r, id, default), "/cashier/" + id, language, query);

    public Task<Answer> StatusAsync(string id)
        => AskAsync(r => Functions.StatusAsync(r, id, default), $"/cashier/{id}/status");

    public Task<Answer> StartAsync(
        string id, string product = An.Product, string method = "GET", string language = "en")
        => AskAsync(
            r => Functions.StartAsync(r, id, product, default), $"/cashier/{id}/{product}",
            language, method: method);

    public Task<Answer> ReturnAsync(
        string id, string language = "en", string query = "", string channel = "alipay",
        string method = "GET")
        => AskAsync(
            r => Functions.ReturnAsync(r, channel, id, default), $"/return/{channel}/{id}",
            language, query, method);

    public async Task<Answer> AskAsync(
        Func<HttpRequest, Task<IResult>> ask, string path, string language = "en",
        string query = "", string method = "GET", string? ifNoneMatch = null)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Method = method;
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        http.Request.Headers.AcceptLanguage = language;
        http.Request.Headers.IfNoneMatch = ifNoneMatch;
        http.Response.Body = body;

        var result = await ask(http.Request);
        await result.ExecuteAsync(http);

        return new Answer(http.Response.StatusCode, http.Response.Headers, body.ToArray());
    }

    public void Dispose() => services.Dispose();
}
