using System.Security.Cryptography;
using PayFunctions.Sandbox.Abc.Agreements;
using PayFunctions.Sandbox.Abc.Batches;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// The Agricultural Bank of China's TrustPay on the loopback address: the interface, a pay page
/// that asks for no card, notifications by server and browser, statements, and a control
/// interface.
/// </summary>
internal sealed class AbcSimulator : IAsyncDisposable
{
    private const string SigningRoot = "/sign";

    private readonly SimulatorHost host;

    private AbcSimulator(SimulatorHost host) => this.host = host;

    /// <summary>
    /// From each notification by the server to the next. That the bank may send again is
    /// documented; how often and when is not: these are the simulator's own.
    /// </summary>
    public static IReadOnlyList<TimeSpan> NotificationGaps { get; } =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    /// <summary>The root, with its port.</summary>
    public Uri Address => host.Address;

    /// <summary>Where the interface answers.</summary>
    public Uri GatewayUri => new(Address, Gateway.Paths[0]);

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AbcSimulator> StartAsync(
        AbcSimulatorOptions options, CancellationToken cancel = default)
    {
        var time = options.Time;
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(options.PrivateKey), out _);
        var merchants = new MerchantRegistry(options.Merchants);
        var work = new Background();
        var (faults, log) = (new FaultPlan(AbcFault.All), new NotificationLog());
        var sender = new NotificationSender(Notifications(options), log, faults, work);
        var (book, checkouts) = (new TradeBook(time), new CheckoutBook<PayOrder>());
        var page = new PayPage(new PageFrame("农业银行沙箱 · ABC sandbox", "#00695c"));
        var pages = new PayPages(checkouts, page, time);
        var payer = new Payer(book, sender, log, key);
        var codes = new KCodeBook();
        var (signings, signBook) = (
            new CheckoutBook<SignOrder>(SigningRoot), new SigningBook(time));
        var signer = new SigningPayer(signBook, sender, key);
        var people = new IdentityDesk(options);
        var refunds = new RefundDesk(options, book);
        var refundBatches = new BatchBook(time, options.BatchTakes, new RefundWork(refunds));
        var debitBatches = new BatchBook(
            time, options.BatchTakes, new DebitWork(options, signBook, book));
        var transactions = new Transactions(
            options, book, pages, new Statements(options, book),
            refunds, new KCodeDesk(options, book, codes),
            new AgentTransactions(options, signings, signBook, signer, book), people,
            new RefundBatches(options, refundBatches), new DebitBatches(options, debitBatches));
        var gateway = new Gateway(
            options, merchants, transactions, new AnswerDesk(faults, time), key);

        var web = SimulatorHost.Build(options.Port);
        foreach (var path in Gateway.Paths)
        {
            web.MapPost(path, gateway.AnswerAsync);
        }

        web.MapGet(PayPages.Path, pages.ShowAsync);
        new KCodePages(codes, page).Map(web);
        new IdentityPages(people, page, sender, key).Map(web);
        new Cashier<PayOrder>(checkouts, payer, page, work, time).Map(web);
        new Cashier<SignOrder>(
            signings, signer, new PayPage(page.Frame, "同意 · Agree"), work, time).Map(web);
        new Control(
            new SimulatedSignings(
                new SimulatedAbc(options, checkouts, book, codes, payer), signings, signBook,
                signer),
            sender, log, faults).Map(web);
        return new(await SimulatorHost.StartAsync(
            web, work, cancel, refundBatches, debitBatches, sender, merchants, key));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>Only an answer with a page for the payer ends the repetition.</summary>
    private static NotificationOptions Notifications(AbcSimulatorOptions options) => new()
    {
        Gaps = NotificationGaps,
        IsAccepted = static (status, body)
            => status is StatusCodes.Status200OK && Notice.PageOf(body) is not null,
        Time = options.Time,
        TimeScale = options.TimeScale,
    };
}
