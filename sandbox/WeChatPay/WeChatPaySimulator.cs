using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// WeChat Pay on the loopback address: APIv3 for merchants and providers, the XML interface for
/// payers' codes, a backup host, a host that speaks TLS, pages and a wallet for payers,
/// notifications, bills, and a control interface.
/// </summary>
internal sealed class WeChatPaySimulator : IAsyncDisposable
{
    private readonly SimulatorHost host;
    private readonly SecureHost secure;

    private WeChatPaySimulator(SimulatorHost host, SecureHost secure)
    {
        this.host = host;
        this.secure = secure;
    }

    /// <summary>From each notification attempt to the next: 16 attempts in all.</summary>
    public static IReadOnlyList<TimeSpan> NotificationGaps { get; } =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20),
        TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30),
        TimeSpan.FromMinutes(60), TimeSpan.FromHours(3), TimeSpan.FromHours(3),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(6),
    ];

    /// <summary>The root, with its port.</summary>
    public Uri Address => host.Address;

    /// <summary>The root of the backup host: the same world by another port.</summary>
    public Uri BackupAddress => host.Addresses[1];

    /// <summary>The root of the host that speaks TLS and knows client certificates.</summary>
    public Uri SecureAddress => secure.Address;

    /// <summary>The certificate of that host in PEM: whoever calls there has to trust it.
    /// </summary>
    public string ServerCertificate => secure.Certificate;

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<WeChatPaySimulator> StartAsync(
        WeChatPaySimulatorOptions options, CancellationToken cancel = default)
    {
        var time = options.Time;
        var (merchants, ring) = (new Merchants(options.Merchants), new KeyRing(options));
        var (work, log, hosts) = (new Background(), new NotificationLog(), new HostWatch());
        var faults = new FaultPlan(
        [
            .. AnswerFaults.All, .. NoticeFault.All, HostWatch.Down, GiveBack.NoMoney,
            OlderTill.Recall, ApplyBill.NotReady, ApplyBill.WrongHash, ApplyBill.WrongSummary,
        ]);
        var sender = new NotificationSender(Notifications(options), log, faults, work);
        var (book, checkouts) = (new TradeBook(time), new CheckoutBook<PayOrder>());
        var prepays = new PrepayBook(checkouts);
        var notices = new NoticeDesk(merchants, ring, faults);
        var payer = new Payer(book, sender, notices, options);
        var codes = new AuthCodeBook(options.AuthCodesAreUsedOnce);
        var charges = new ChargeDesk(book, checkouts, codes, payer);
        var (plan, teller) = (
            new RefundPlan(), new RefundTeller(book, sender, notices, work, time));
        var desk = new AnswerDesk(faults, time);
        var page = new PayPage(new PageFrame("微信支付沙箱 · WeChat Pay sandbox", "#067a3d"));
        var routes = new Routes(
            new Gateway(options, new RequestRules(options, merchants), ring, desk, hosts),
            new OlderGateway(
                merchants, desk, hosts, options, new OlderTill(book, charges, options)),
            Operations(options, book, prepays, charges, plan, teller, ring));

        var web = SimulatorHost.Build(options.Port, options.BackupPort);
        routes.Map(web);
        new EntryPages(options, merchants, prepays, payer, page).Map(web);
        new Cashier<PayOrder>(checkouts, payer, page, work, time).Map(web);
        new Control(
            new SimulatedWeChatPay(checkouts, book, payer, notices), sender, log, faults).Map(web);
        new AuthCodeControl(codes).Map(web);
        new KeyControl(ring).Map(web);
        new RefundControl(book, plan, teller).Map(web);
        new WalletControl(new Wallet(options, merchants, prepays), payer).Map(web);
        var plain = await SimulatorHost.StartAsync(web, work, cancel, sender, merchants, ring);
        hosts.BackupPort = plain.Addresses[1].Port;
        try
        {
            return new(plain, await SecureHost.StartAsync(options.SecurePort, routes.Map, cancel));
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

    private static IReadOnlyList<IOperation> Operations(
        WeChatPaySimulatorOptions options,
        TradeBook book,
        PrepayBook prepays,
        ChargeDesk charges,
        RefundPlan plan,
        RefundTeller teller,
        KeyRing ring)
    {
        var shelf = new BillShelf();
        return
        [
            .. PlaceOrder.All(options, book, prepays),
            new ChargeCode(options, charges),
            new QueryOrder(book, byOurs: false),
            new QueryOrder(book, byOurs: true),
            new CloseOrder(book, options),
            new ReverseOrder(book, options),
            new GiveBack(book, plan, teller, options),
            new QueryRefund(book),
            new ListCertificates(ring),
            new ApplyBill(book, shelf, options.Bills),
            new DownloadBill(shelf),
        ];
    }

    /// <summary>Only the status decides, and whoever takes longer than 5 s has failed.</summary>
    private static NotificationOptions Notifications(WeChatPaySimulatorOptions options) => new()
    {
        Gaps = NotificationGaps,
        IsAccepted = static (status, _)
            => status is StatusCodes.Status200OK or StatusCodes.Status204NoContent,
        Time = options.Time,
        TimeScale = options.TimeScale,
        AttemptLimit = TimeSpan.FromSeconds(5),
    };
}
