using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>
/// A merchant on the loopback address that knows the gateway only through the SDK.
/// </summary>
internal sealed class DemoShop : IAsyncDisposable
{
    private const int BodyMaximum = 128 * 1024;

    private readonly WebApplication web;
    private readonly SigningKey key;

    private DemoShop(WebApplication web, SigningKey key)
    {
        this.web = web;
        this.key = key;
        Address = new Uri(web.Urls.First());
        Orders = web.Services.GetRequiredService<OrderBook>();
    }

    /// <summary>The root, with its port.</summary>
    public Uri Address { get; }

    /// <summary>What was ordered.</summary>
    public OrderBook Orders { get; }

    /// <summary>Opens the shop; it answers when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<DemoShop> StartAsync(
        ShopOptions options, CancellationToken cancel = default)
    {
        var signer = SigningKey.FromPem(options.PrivateKey);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DemoShop).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = BodyMaximum;
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
        });
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton<OrderBook>();
        builder.Services.AddSingleton(new ShopChannels(options.Channels));
        builder.Services.AddSingleton<Checkout>();
        builder.Services.AddSingleton<RefundDesk>();
        builder.Services.AddSingleton<ChargeDesk>();
        builder.Services.AddSingleton<ShopRoutes>();
        builder.Services.AddSingleton<TillRoutes>();
        builder.Services.AddSingleton<IdentityRoutes>();
        builder.Services.AddSingleton<DepositRoutes>();
        builder.Services.AddSingleton<SubscriptionRoutes>();
        builder.Services.AddSingleton<CardRoutes>();
        builder.Services.AddSingleton<OrderApi>();
        builder.Services.AddPayFunctions(pay =>
        {
            pay.AppId = options.AppId;
            pay.KeyId = options.KeyId;
            pay.Signer = signer;
            pay.Environment = PayEnvironment.Sandbox(options.Gateway);
        });
        var app = builder.Build();
        app.Services.GetRequiredService<ShopRoutes>().Map(app);
        app.Services.GetRequiredService<TillRoutes>().Map(app);
        app.Services.GetRequiredService<IdentityRoutes>().Map(app);
        app.Services.GetRequiredService<DepositRoutes>().Map(app);
        app.Services.GetRequiredService<SubscriptionRoutes>().Map(app);
        app.Services.GetRequiredService<CardRoutes>().Map(app);
        app.Services.GetRequiredService<OrderApi>().Map(app);
        await app.StartAsync(cancel);
        return new(app, signer);
    }

    /// <summary>Orders and registers payments with the gateway, by the JSON interface.</summary>
    /// <returns>The first problem the gateway named; null when all went well.</returns>
    public Task<PayProblem?> SeedAsync(int count, CancellationToken cancel)
        => web.Services.GetRequiredService<Checkout>().SeedAsync(Address, count, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        key.Dispose();
    }
}
