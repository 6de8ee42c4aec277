using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// Alipay's open gateway on the loopback address: the gateway, a pay page that asks for no
/// login, notifications, and a control interface.
/// </summary>
internal sealed class AlipaySimulator : IAsyncDisposable
{
    private readonly SimulatorHost host;

    private AlipaySimulator(SimulatorHost host) => this.host = host;

    /// <summary>From each notification attempt to the next: eight attempts in all.</summary>
    public static IReadOnlyList<TimeSpan> NotificationGaps { get; } =
    [
        TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromHours(15),
    ];

    /// <summary>The root, with its port.</summary>
    public Uri Address => host.Address;

    /// <summary>Where the gateway answers.</summary>
    public Uri GatewayUri => new(Address, "/gateway.do");

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AlipaySimulator> StartAsync(
        AlipaySimulatorOptions options, CancellationToken cancel = default)
    {
        var time = options.Time;
        var key = RsaText.Private(options.PrivateKey);
        var registry = new Registry(options.Applications);
        var work = new Background();
        var (faults, log) = (new FaultPlan(), new NotificationLog());
        var sender = new NotificationSender(Notifications(options), log, faults, work);
        var (book, checkouts) = (new TradeBook(time), new CheckoutBook<PayOrder>());
        var page = new PayPage(new PageFrame("支付宝沙箱 · Alipay sandbox", "#0b5cd6"));
        var payer = new Payer(book, sender, time, key);
        var gateway = new Gateway(
            options, registry, checkouts, page, new TradeAnswers(book),
            new AnswerDesk(faults, time), key);

        var web = SimulatorHost.Build(options.Port);
        web.MapMethods("/gateway.do", [HttpMethods.Get, HttpMethods.Post], gateway.AnswerAsync);
        new Cashier<PayOrder>(checkouts, payer, page, work, time).Map(web);
        new Control(new SimulatedAlipay(checkouts, book, payer), sender, log, faults).Map(web);
        return new(await SimulatorHost.StartAsync(web, work, cancel, sender, registry, key));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>Only exactly <c>success</c> ends the repetition.</summary>
    private static NotificationOptions Notifications(AlipaySimulatorOptions options) => new()
    {
        Gaps = NotificationGaps,
        IsAccepted = static (status, body) => status is StatusCodes.Status200OK
            && string.Equals(body, "success", StringComparison.Ordinal),
        Time = options.Time,
        TimeScale = options.TimeScale,
    };
}
