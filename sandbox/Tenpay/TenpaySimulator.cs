using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>
/// Tenpay on the loopback address: both profiles with pages, questions, notifications and bills,
/// refunds over mutual TLS on a port of their own, and a control interface.
/// </summary>
internal sealed class TenpaySimulator : IAsyncDisposable
{
    private const string RefundPath = "/refundapi/gateway/refund.xml";

    private readonly SimulatorHost host;
    private readonly SecureHost secure;

    private TenpaySimulator(SimulatorHost host, SecureHost secure)
    {
        this.host = host;
        this.secure = secure;
    }

    /// <summary>
    /// From each notification attempt to the next, as the open platform documents it: seven
    /// attempts in all.
    /// </summary>
    public static IReadOnlyList<TimeSpan> NotificationGaps { get; } =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4),
        TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(32),
    ];

    /// <summary>The root, with its port.</summary>
    public Uri Address => host.Address;

    /// <summary>Where refunds are taken, by mutual TLS.</summary>
    public Uri RefundUri => new(secure.Address, RefundPath);

    /// <summary>The certificate of that port in PEM: whoever refunds there has to trust it.
    /// </summary>
    public string ServerCertificate => secure.Certificate;

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<TenpaySimulator> StartAsync(
        TenpaySimulatorOptions options, CancellationToken cancel = default)
    {
        var time = options.Time;
        var merchants = new Merchants(options.Merchants);
        var work = new Background();
        var (faults, log) = (new FaultPlan(), new NotificationLog());
        var sender = new NotificationSender(Notifications(options), log, faults, work);
        var (book, checkouts) = (new TradeBook(time), new CheckoutBook<PayOrder>());
        var (plan, teller) = (new RefundPlan(), new RefundTeller(sender));
        var frame = new PageFrame("财付通沙箱 · Tenpay sandbox", "#a03c00");
        var page = new PayPage(frame);
        var payer = new Payer(book, sender);
        var desk = new AnswerDesk(faults, time);
        var gateway = new Gateway(merchants, desk);
        var refunds = new RefundAnswers(book, plan, teller, time);

        var web = SimulatorHost.Build(options.Port);
        Map(web, "/gateway/pay.htm", new PayDesk(
            options, merchants, book, checkouts, page, desk).AnswerAsync);
        MapQuestions(web, gateway, new TradeAnswers(book, time), refunds);
        MapRefund(web, gateway, refunds, options);
        Map(web, "/cgi-bin/mchdown_real_new.cgi", new BillDesk(
            merchants, book, desk, time).AnswerAsync);
        new Cashier<PayOrder>(checkouts, payer, page, work, time).Map(web);
        new Control(new SimulatedTenpay(checkouts, book, payer), sender, log, faults).Map(web);
        new WalletDesk(options.Merchants, frame).Map(web);
        new TenpayControl(merchants, book, plan, teller).Map(web);
        var plain = await SimulatorHost.StartAsync(web, work, cancel, sender);
        try
        {
            return new(plain, await SecureHost.StartAsync(
                options.SecurePort,
                routes => MapRefund(routes, gateway, refunds, options), cancel));
        }
        catch
        {
            await plain.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await secure.DisposeAsync();
        await host.DisposeAsync();
    }

    private static void MapQuestions(
        IEndpointRouteBuilder routes, Gateway gateway, TradeAnswers trades,
        RefundAnswers refunds)
    {
        (string Operation, Func<Request, Merchant, Answer> Answer)[] questions =
        [
            ("verifynotifyid", trades.Verify),
            ("simpleverifynotifyid", trades.SimpleVerify),
            ("normalorderquery", trades.Query),
            ("normalrefundquery", refunds.Query),
        ];
        foreach (var (operation, answer) in questions)
        {
            Map(routes, $"/gateway/{operation}.xml", http => gateway.AnswerAsync(
                http, operation, (_, request, merchant) => answer(request, merchant)));
        }
    }

    private static void MapRefund(
        IEndpointRouteBuilder routes, Gateway gateway, RefundAnswers refunds,
        TenpaySimulatorOptions options)
        => Map(routes, RefundPath, http => gateway.AnswerAsync(
            http, "refund", (context, request, merchant)
                => CertificateRules.Check(context, merchant, options) is { } refusal
                    ? Answer.Refused(refusal)
                    : refunds.Refund(request, merchant)));

    private static void Map(IEndpointRouteBuilder routes, string path, RequestDelegate answer)
        => routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Post], answer);

    /// <summary>Only <c>success</c>, blanks around it allowed, ends the repetition.</summary>
    private static NotificationOptions Notifications(TenpaySimulatorOptions options) => new()
    {
        Gaps = NotificationGaps,
        IsAccepted = static (status, body) => status is StatusCodes.Status200OK
            && body.Trim() is "success",
        Time = options.Time,
        TimeScale = options.TimeScale,
    };
}
