namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// Alipay's open gateway on the loopback address: the gateway, a pay page that asks for no
/// login, notifications, and a control interface.
/// </summary>
internal sealed class AlipaySimulator : IAsyncDisposable
{
    private const int BodyMaximum = 256 * 1024;

    private readonly WebApplication web;
    private readonly Background background;
    private readonly IDisposable[] owned;

    private AlipaySimulator(WebApplication web, Background background, params IDisposable[] owned)
    {
        this.web = web;
        this.background = background;
        this.owned = owned;
        Address = new Uri(web.Urls.First());
    }

    /// <summary>The root, with its port.</summary>
    public Uri Address { get; }

    /// <summary>Where the gateway answers.</summary>
    public Uri GatewayUri => new(Address, "/gateway.do");

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AlipaySimulator> StartAsync(
        AlipaySimulatorOptions options, CancellationToken cancel = default)
    {
        var key = RsaText.Private(options.PrivateKey);
        var registry = new Registry(options.Applications);
        var work = new Background();
        var (book, checkouts) = (new TradeBook(options.Time), new CheckoutBook());
        var (faults, log) = (new FaultPlan(), new NotificationLog());
        var sender = new NotificationSender(options, log, faults, work, key);
        var payer = new Payer(book, sender, work, options.Time);
        var gateway = new Gateway(
            options, registry, checkouts, new TradeAnswers(book), faults, key);

        var app = Build(options.Port);
        app.MapMethods("/gateway.do", [HttpMethods.Get, HttpMethods.Post], gateway.AnswerAsync);
        new Cashier(checkouts, book, payer, options.Time, key).Map(app);
        new Control(checkouts, book, payer, sender, log, faults, options.Time, key).Map(app);
        await app.StartAsync(cancel);
        return new(app, work, sender, registry, key);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await background.DisposeAsync();
        await web.DisposeAsync();
        foreach (var part in owned)
        {
            part.Dispose();
        }
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AlipaySimulator).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = BodyMaximum;
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
        });
        return builder.Build();
    }
}
