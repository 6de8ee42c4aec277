using System.Globalization;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>
/// A channel whose notifications are lines such as <c>paid NUMBER FEN TRADE</c>, and whose other
/// answers are set by the test.
/// </summary>
internal sealed class TestChannel
    : IPagePayment, ICodePayment, IBarcodePayment, IWalletPayment, IQueryTrade, ICloseTrade,
        ICancelTrade, IRefundTrade, IQueryRefund, IFileRefunds, IReceiveNotification,
        ICaptureHold, IFileDebits, IEndAgreement
{
    public const string ChannelName = "test";
    public const string Product = "test_page";
    public const string CodeProduct = "test_code";
    public const string Barcode = "test_barcode";
    public const string WalletProduct = "test_wallet";
    public const string AppProduct = "test_app";
    public const string HoldProduct = "test_hold";
    public const string HoldOnceProduct = "test_hold_once";
    public const string CaptureProduct = "test_capture";
    public const string AgreementProduct = "test_agreement";
    public const string DebitProduct = "test_debit";
    public const string Main = "main";
    public const string Second = "second";

    public static readonly DateTimeOffset PaidAt = new(2026, 3, 1, 11, 59, 0, TimeSpan.Zero);

    public string Name => ChannelName;

    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(Product, ProductKind.Page, "测试", "Test"),
        new(CodeProduct, ProductKind.Code, "扫码", "Code"),
        new(Barcode, ProductKind.Barcode, "条码", "Barcode"),
        new(WalletProduct, ProductKind.Wallet, "钱包", "Wallet")
        {
            Suits = static b => b.Names("TestWallet/"),
        },
        new(AppProduct, ProductKind.Wallet, "应用", "App") { Suits = static _ => false },
        new(HoldProduct, ProductKind.Page, "预授权", "Hold")
        {
            Hold = new PayFunctions.Channels.HoldProduct(CaptureProduct, EndsAtOnce: false),
        },
        new(HoldOnceProduct, ProductKind.Page, "一次预授权", "Hold once")
        {
            Hold = new PayFunctions.Channels.HoldProduct(CaptureProduct, EndsAtOnce: true),
        },
        new(CaptureProduct, ProductKind.Capture, "预授权确认", "Capture"),
        new(AgreementProduct, ProductKind.Page, "签约", "Agree") { DebitProduct = DebitProduct },
        new(DebitProduct, ProductKind.Capture, "代扣", "Debit"),
    ];

    /// <summary>What it says when it is asked.</summary>
    public ChannelOutcome Outcome { get; set; } = new Waiting("the payer looks at it");

    /// <summary>What it says when a trade is to end.</summary>
    public ChannelOutcome Closing { get; set; } = new Declined("ended");

    /// <summary>What it says when a trade is to be undone.</summary>
    public CancelOutcome Cancelling { get; set; } = new Cancelled();

    /// <summary>What it says to a payer's code.</summary>
    public ChannelOutcome Charging { get; set; } = new Waiting("the payer confirms");

    /// <summary>What it says when a code is wanted; null: one that tells the number.</summary>
    public PageOpening? Code { get; set; }

    /// <summary>What it says when a wallet is to be opened; null: parameters that tell the payer.
    /// </summary>
    public PageOpening? Wallet { get; set; }

    /// <summary>What it says to a refund, and to a question about one.</summary>
    public RefundOutcome Refunding { get; set; } = new RefundSucceeded("C-1", PaidAt);

    /// <summary>What it says to a capture; null: it is paid.</summary>
    public ChannelOutcome? Capturing { get; set; }

    /// <summary>How many refunds, or debits, it takes together.</summary>
    public int BatchSize { get; set; }

    /// <summary>What it says to a batch.</summary>
    public FilingOutcome Filing { get; set; } = new FilingTaken("S-1");

    /// <summary>The batches it was asked for, with the numbers of their rows.</summary>
    public List<(Filing Batch, IReadOnlyList<string> Rows)> Filings { get; } = [];

    /// <summary>What it says to a question about a refund of a batch.</summary>
    public RefundOutcome Filed { get; set; } = new RefundSucceeded("C-1", PaidAt);

    /// <summary>The captures it was asked for.</summary>
    public List<CaptureRequest> Captures { get; } = [];

    /// <summary>What it says to a debit; null: it is paid.</summary>
    public ChannelOutcome? Debiting { get; set; }

    /// <summary>The debits it was asked for.</summary>
    public List<DebitRequest> Debits { get; } = [];

    /// <summary>What it says to the end of an agreement; null: it is over.</summary>
    public ChannelOutcome? Unsigning { get; set; }

    /// <summary>The ends it was asked for.</summary>
    public List<UnsignRequest> Ends { get; } = [];

    /// <summary>Whether its notifications are carried by payers' browsers.</summary>
    public bool SendsPayersOn { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>How often a code was charged.</summary>
    public int Charges { get; private set; }

    /// <summary>The refunds it was asked for.</summary>
    public List<RefundRequest> Refunds { get; } = [];

    /// <summary>What was last told to us.</summary>
    public RawNotification? Told { get; private set; }

    /// <summary>Where it let the payer go when it last refused.</summary>
    public Uri? RefusedTo { get; private set; }

    /// <summary>A setting <c>broken</c> is one too many; <c>token</c> needs its secret.</summary>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => material.Settings.ContainsKey("broken") ? ["broken is no setting."]
            : material.Settings.ContainsKey("token") && !material.Secrets.ContainsKey("token")
                ? ["The vault has no secret of the name given for token."]
            : [];

    public bool Accepts(string product, PayerCode code)
        => code.Text.StartsWith("28", StringComparison.Ordinal);

    public Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        var page = new Uri("https://channel.example/page");
        return Task.FromResult<PageOpening>(new PageReady(new PageHandover(page, page, [])));
    }

    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Questions++;
        return Task.FromResult(Outcome);
    }

    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => Task.FromResult(Closing);

    public Task<PageOpening> OpenCodeAsync(
        PageRequest request, CancellationToken cancellation)
        => Task.FromResult(Code ?? new CodeReady($"https://code.example/{request.Number}"));

    public bool NeedsPayer(string product) => product is WalletProduct;

    public Task<PageOpening> OpenWalletAsync(
        PageRequest request, CancellationToken cancellation)
        => Task.FromResult(Wallet ?? new WalletReady(
            [new("trade", request.Number.ToString()), new("payer", $"<{Payer(request)}>")],
            Payer(request) is null ? null : new("TestBridge", "TestReady", "call", "pay")));

    public Task<ChannelOutcome> ChargeAsync(
        ChargeRequest request, CancellationToken cancellation)
    {
        Charges++;
        return Task.FromResult(Charging);
    }

    public Task<CancelOutcome> CancelAsync(
        TradeReference trade, CancellationToken cancellation)
        => Task.FromResult(Cancelling);

    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        Refunds.Add(request);
        return Task.FromResult(Refunding);
    }

    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => Task.FromResult(
            Filing is FilingTaken && Filings.Any(f => f.Rows.Contains(request.Number.ToString()))
                ? Filed
                : Refunding);

    public ValueTask<int> RefundsInBatchAsync(string account, CancellationToken cancellation)
        => ValueTask.FromResult(BatchSize);

    public Task<FilingOutcome> FileRefundsAsync(
        Filing filing, IReadOnlyList<RefundRequest> refunds, CancellationToken cancellation)
    {
        Filings.Add((filing, [.. refunds.Select(static r => r.Number.ToString())]));
        return Task.FromResult(Filing);
    }

    public Task<RefundOutcome> QueryFiledAsync(
        Filing filing, RefundRequest refund, CancellationToken cancellation)
        => Task.FromResult(Filed);

    public ValueTask<int> DebitsInBatchAsync(string account, CancellationToken cancellation)
        => ValueTask.FromResult(BatchSize);

    public Task<FilingOutcome> FileDebitsAsync(
        Filing filing, IReadOnlyList<DebitRequest> debits, CancellationToken cancellation)
    {
        Filings.Add((filing, [.. debits.Select(static d => d.Number.ToString())]));
        return Task.FromResult(Filing);
    }

    public Task<ChannelOutcome> CaptureAsync(
        CaptureRequest request, CancellationToken cancellation)
    {
        Captures.Add(request);
        return Task.FromResult(Capturing ?? new Succeeded(
            request.Order.Terms.Total, $"CT-{request.Number}", PaidAt));
    }

    public Task<ChannelOutcome> DebitAsync(
        DebitRequest request, CancellationToken cancellation)
    {
        Debits.Add(request);
        return Task.FromResult(Debiting ?? new Succeeded(
            request.Order.Terms.Total, $"DT-{request.Number}", PaidAt));
    }

    public Task<ChannelOutcome> UnsignAsync(
        UnsignRequest request, CancellationToken cancellation)
    {
        Ends.Add(request);
        return Task.FromResult(Unsigning ?? new Unsigned(request.ChannelAgreementNo, PaidAt));
    }

    public NotificationReply Accept(Uri? payerPage) => Reply("taken", payerPage);

    public NotificationReply Refuse(Uri? payerPage)
    {
        RefusedTo = payerPage;
        return Reply("not taken", payerPage);
    }

    public ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
    {
        Told = notification;
        return ValueTask.FromResult(Read(notification));
    }

    /// <summary>A payer's browser is sent on; a server is told.</summary>
    private NotificationReply Reply(string word, Uri? payerPage)
        => SendsPayersOn
            ? new($"<URL>{payerPage?.AbsoluteUri}</URL>", "text/html; charset=gbk")
            : new(word);

    private static NotificationReading Read(RawNotification notification)
    {
        if (notification.Account is not (Main or Second))
        {
            return new NotAccepted(NotificationRefusal.AccountUnknown);
        }

        return Encoding.UTF8.GetString(notification.Body.Span).Split(' ') switch
        {
            ["paid", var number, var fen, var trade]
                => new Genuine(Parse(number), new Succeeded(
                    Money.OfFen(long.Parse(fen, CultureInfo.InvariantCulture)), trade, PaidAt)),
            ["unsigned", var number, var agreement]
                => new Genuine(Parse(number), new Unsigned(agreement, PaidAt)),
            ["declined", var number] => new Genuine(Parse(number), new Declined("declined")),
            ["waiting", var number] => new Genuine(Parse(number), new Waiting("waiting")),
            ["refunded", var number] => new GenuineRefund(
                ParseRefund(number), new RefundSucceeded("C-1", PaidAt)),
            ["refunded", var number, var fen] => new GenuineRefund(
                ParseRefund(number), new RefundSucceeded("C-1", PaidAt),
                Money.OfFen(long.Parse(fen, CultureInfo.InvariantCulture))),
            ["unrefunded", var number] => new GenuineRefund(
                ParseRefund(number), new RefundDeclined("no money")),
            ["refunding", var number] => new GenuineRefund(
                ParseRefund(number), new RefundPending("tomorrow")),
            ["unproved", var number] => new NotProved("asked in vain", Parse(number)),
            ["unproved"] => new NotProved("asked in vain"),
            ["hello"] => new Uninteresting("a greeting"),
            _ => new NotAccepted(NotificationRefusal.SignatureWrong),
        };
    }

    private static string? Payer(PageRequest request) => request.Order.Terms.PayerId;

    private static ChannelRefundNo ParseRefund(string text)
        => ChannelRefundNo.TryParse(text, out var number)
            ? number
            : throw new ArgumentException("Not a refund of ours.", nameof(text));

    private static ChannelOrderNo Parse(string text)
        => ChannelOrderNo.TryParse(text, out var number)
            ? number
            : throw new ArgumentException("Not a number of ours.", nameof(text));
}
