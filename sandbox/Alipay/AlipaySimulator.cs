using PayFunctions.Sandbox.Alipay.Agreements;
using PayFunctions.Sandbox.Alipay.Identity;
using PayFunctions.Sandbox.Alipay.Holds;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// Alipay's open gateway on the loopback address: the gateway, a pay page that asks for no login,
/// codes to scan, bills, notifications, and a control interface.
/// </summary>
internal sealed class AlipaySimulator : IAsyncDisposable
{
    private const string VoucherRoot = "/authorise";
    private const string SigningRoot = "/agree";

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
        var faults = new FaultPlan(CancelTrade.Retry, RefundTrade.NoMoney, QueryBill.NotReady);
        var log = new NotificationLog();
        var sender = new NotificationSender(Notifications(options), log, faults, work);
        var book = new TradeBook(time, options.RefundWindow);
        var checkouts = new CheckoutBook<PayOrder>();
        var codes = new AuthCodeBook(options.AuthCodesAreUsedOnce);
        var page = new PayPage(new PageFrame("支付宝沙箱 · Alipay sandbox", "#0b5cd6"));
        var payer = new Payer(book, sender, options, key);
        var holds = new HoldBook(time);
        var vouchers = new CheckoutBook<HoldOrder>(VoucherRoot);
        var holder = new HoldPayer(holds, sender, time, key);
        var agreements = new AgreementBook(time);
        var signings = new CheckoutBook<AgreementOrder>(SigningRoot);
        var signer = new AgreementPayer(agreements, sender, key);
        var people = new CertificationBook(time);
        var peoplePages = new CertificationPages(people, page);
        var desk = new AnswerDesk(faults, time);
        var shelf = new BillShelf(book, options.Bills, desk, time);
        var methods = ((IGatewayMethod[])
        [
            .. GatewayMethods(options, book, checkouts, codes, payer, holds, agreements, shelf),
            new CreateVoucher(holds, vouchers),
            new QueryHold(holds),
            new CancelHold(holds, holder),
            new UnfreezeHold(holds, holder),
            new QueryAgreement(agreements),
            new EndAgreement(agreements, signer),
            new BeginCertification(people),
            new QueryCertification(people),
        ]).ToDictionary(static m => m.Name, StringComparer.Ordinal);
        var gateway = new Gateway(
            options, registry, new Admission(options, methods), methods, checkouts,
            new AgreementPages(signings), peoplePages, page, desk, key);

        var web = SimulatorHost.Build(options.Port);
        web.MapMethods("/gateway.do", [HttpMethods.Get, HttpMethods.Post], gateway.AnswerAsync);
        new Cashier<PayOrder>(checkouts, payer, page, work, time).Map(web);
        new Cashier<HoldOrder>(vouchers, holder, page, work, time).Map(web);
        new Cashier<AgreementOrder>(
            signings, signer, new PayPage(page.Frame, "同意 · Agree"), work, time).Map(web);
        new ScanPage(checkouts, payer, page).Map(web);
        peoplePages.Map(web);
        shelf.Map(web);
        var trades = new SimulatedAlipay(checkouts, book, payer);
        new Control(
            new SimulatedAgreements(
                new SimulatedHolds(trades, vouchers, holds, holder), signings, agreements,
                signer),
            sender, log, faults).Map(web);
        new AuthCodeControl(codes).Map(web);
        return new(await SimulatorHost.StartAsync(web, work, cancel, sender, registry, key));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static IGatewayMethod[] GatewayMethods(
        AlipaySimulatorOptions options,
        TradeBook book,
        CheckoutBook<PayOrder> checkouts,
        AuthCodeBook codes,
        Payer payer,
        HoldBook holds,
        AgreementBook agreements,
        BillShelf shelf)
        =>
        [
            new PrecreateTrade(book, checkouts, options.RefuseSpecialSubjects),
            new PayTrade(
                book, checkouts, codes, payer, holds, agreements, options.RefuseSpecialSubjects),
            new QueryTrade(book),
            new CloseTrade(book, payer),
            new CancelTrade(book, payer, options.RepeatedCancelNamesAction),
            new RefundTrade(book, payer),
            new QueryRefund(book),
            new QueryBill(shelf, options.Bills),
            new DownloadCertificate(options.Applications),
        ];

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
