using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>
/// ipaynow on the loopback address, in both dialects: one gateway for every function, a cashier, a
/// pay page that asks for no login, payers who show codes, notifications, and a control interface.
/// </summary>
internal sealed class IPayNowSimulator : IAsyncDisposable
{
    /// <summary>The answer that ends the repetition, without blanks at its ends.</summary>
    public const string Accepted = "success=Y";

    private readonly SimulatorHost host;

    private IPayNowSimulator(SimulatorHost host) => this.host = host;

    /// <summary>When a notification is repeated: eight times.</summary>
    public static IReadOnlyList<TimeSpan> RetryTimes { get; } =
    [
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromHours(10), TimeSpan.FromHours(15),
    ];

    /// <summary>The root, with its port.</summary>
    public Uri Address => host.Address;

    /// <summary>Where R001 and R002 go in profile B; the root takes them too.</summary>
    public Uri RefundUri => new(Address, "/refund/refundOrder");

    /// <summary>Where Q001 and Q002 go in profile B; the root takes them too.</summary>
    public Uri RefundQueryUri => new(Address, "/refund/refundQuery");

    /// <summary>From each attempt of a notification to the next.</summary>
    public static IReadOnlyList<TimeSpan> Gaps(RetryBase counted)
        => counted is RetryBase.Previous
            ? RetryTimes
            : [.. RetryTimes.Select((t, i) => i == 0 ? t : t - RetryTimes[i - 1])];

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<IPayNowSimulator> StartAsync(
        IPayNowSimulatorOptions options, CancellationToken cancel = default)
    {
        var time = options.Time;
        var work = new Background();
        var (faults, log) = (new FaultPlan([.. PayerHabit.Kinds]), new NotificationLog());
        var sender = new NotificationSender(Notifications(options), log, faults, work);
        var (book, checkouts) = (new TradeBook(options), new CheckoutBook<PayOrder>());
        var page = new PayPage(new PageFrame("现在支付沙箱 · IPayNow sandbox", "#0a6b52"));
        var payer = new Payer(options, book, sender, work);

        var web = SimulatorHost.Build(options.Port);
        new Gateway(
            options, new OrderDesk(book, checkouts, payer), new RefundDesk(options, book, payer),
            new AnswerDesk(faults, time), page).Map(web);
        new Cashier<PayOrder>(checkouts, payer, page, work, time).Map(web);
        new ChoicePage(checkouts, book, page.Frame).Map(web);
        new Control(
            new SimulatedIPayNow(options, checkouts, book, payer), sender, log, faults).Map(web);
        return new(await SimulatorHost.StartAsync(web, work, cancel, sender));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static NotificationOptions Notifications(IPayNowSimulatorOptions options) => new()
    {
        Gaps = Gaps(options.RetryBase),
        IsAccepted = static (status, body) => status is StatusCodes.Status200OK
            && string.Equals(body.Trim(), Accepted, StringComparison.Ordinal),
        Time = options.Time,
        TimeScale = options.TimeScale,
    };
}
