using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Movements;

/// <summary>
/// A channel that can do everything, answers per attempt or refund, and remembers what it was
/// asked. Money it gave back stays given back.
/// </summary>
internal sealed class TalkingChannel
    : IPagePayment, ICodePayment, IBarcodePayment, IQueryTrade, ICloseTrade, ICancelTrade,
        IRefundTrade, IQueryRefund, ICaptureHold, IDebitAgreement, IEndAgreement
{
    public const string CodeProduct = "alipay_qr";
    public const string HoldProduct = "alipay_hold";
    public const string CaptureProduct = "alipay_capture";
    public const string DebitProduct = "alipay_debit";

    /// <inheritdoc/>
    public string Name => "alipay";

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(An.Product, ProductKind.Page, "页面", "Page"),
        new("alipay_wap", ProductKind.Page, "手机", "Phone"),
        new(CodeProduct, ProductKind.Code, "扫码", "Code"),
        new(An.Barcode, ProductKind.Barcode, "条码", "Barcode"),
        new(HoldProduct, ProductKind.Page, "预授权", "Hold")
        {
            Hold = new(CaptureProduct, EndsAtOnce: false),
        },
        new(CaptureProduct, ProductKind.Capture, "确认", "Capture"),
        new(An.Agreement, ProductKind.Page, "签约", "Agree") { DebitProduct = DebitProduct },
        new(DebitProduct, ProductKind.Capture, "代扣", "Debit"),
    ];

    /// <summary>What a query of an attempt is answered; what is not here is waiting.</summary>
    public Dictionary<int, ChannelOutcome> Query { get; } = [];

    /// <summary>What a close of an attempt is answered; what is not here is ended.</summary>
    public Dictionary<int, ChannelOutcome> Close { get; } = [];

    /// <summary>What a cancel of an attempt is answered; what is not here is cancelled.</summary>
    public Dictionary<int, CancelOutcome> Cancel { get; } = [];

    /// <summary>What a charge is answered.</summary>
    public Func<ChargeRequest, ChannelOutcome> Charge { get; set; }
        = static _ => new Waiting("the payer confirms");

    /// <summary>What the wish for a code is answered.</summary>
    public Func<PageRequest, PageOpening> Code { get; set; }
        = static r => new CodeReady($"https://code.example/{r.Number}");

    /// <summary>What becomes of a refund; the money goes back unless it says otherwise.</summary>
    public Func<RefundRequest, RefundOutcome?> Refund { get; set; } = static _ => null;

    /// <summary>What a question about a refund is answered, unless the truth.</summary>
    public Func<RefundRequest, RefundOutcome?> AskRefund { get; set; } = static _ => null;

    /// <summary>What a debit is answered.</summary>
    public Func<DebitRequest, ChannelOutcome> Debit { get; set; }
        = static r => new Succeeded(r.Order.Terms.Total, $"DT-{r.Number}", r.Now);

    /// <summary>What the end of an agreement is answered.</summary>
    public Func<UnsignRequest, ChannelOutcome> Unsign { get; set; }
        = static r => new Unsigned(r.ChannelAgreementNo, r.Now);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> DebitAsync(
        DebitRequest request, CancellationToken cancellation)
    {
        Asked.Add($"debit {request.Order.OutTradeNo}");
        await DuringWork();
        return Debit(request);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> UnsignAsync(
        UnsignRequest request, CancellationToken cancellation)
    {
        Asked.Add("unsign");
        await DuringWork();
        return Unsign(request);
    }

    /// <summary>What a capture is answered.</summary>
    public Func<CaptureRequest, ChannelOutcome> Capture { get; set; }
        = static r => new Succeeded(r.Order.Terms.Total, $"CT-{r.Number}", r.Now);

    /// <summary>Runs in the middle of a query.</summary>
    public Func<int, Task> DuringQuery { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Runs in the middle of a cancel, a charge or a refund.</summary>
    public Func<Task> DuringWork { get; set; } = static () => Task.CompletedTask;

    /// <summary>What it was asked: <c>query 1</c>, <c>close 2</c>, <c>refund 1</c> ….</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The pages it opened.</summary>
    public List<PageRequest> Opened { get; } = [];

    /// <summary>The codes it charged.</summary>
    public List<ChargeRequest> Charged { get; } = [];

    /// <summary>What it gave back, by the number of the refund.</summary>
    public Dictionary<ChannelRefundNo, RefundRequest> GivenBack { get; } = [];

    /// <summary>The accounts that cannot be used.</summary>
    public List<string> Faulty { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => Faulty.Contains(material.Name, StringComparer.Ordinal) ? ["It is broken."] : [];

    /// <inheritdoc/>
    public bool Accepts(string product, PayerCode code)
        => code.Text.StartsWith("28", StringComparison.Ordinal);

    /// <inheritdoc/>
    public Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        Opened.Add(request);
        var page = new Uri("https://channel.example/");
        return Task.FromResult<PageOpening>(new PageReady(new PageHandover(page, page, [])));
    }

    /// <inheritdoc/>
    public Task<PageOpening> OpenCodeAsync(
        PageRequest request, CancellationToken cancellation)
    {
        Opened.Add(request);
        return Task.FromResult(Code(request));
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> ChargeAsync(
        ChargeRequest request, CancellationToken cancellation)
    {
        Asked.Add($"charge {request.Attempt.Number}");
        Charged.Add(request);
        await DuringWork();
        return Charge(request);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Asked.Add($"query {trade.Number.Attempt}");
        await DuringQuery(trade.Number.Attempt);
        return Query.GetValueOrDefault(trade.Number.Attempt) ?? new Waiting("not paid");
    }

    /// <inheritdoc/>
    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Asked.Add($"close {trade.Number.Attempt}");
        return Task.FromResult(
            Close.GetValueOrDefault(trade.Number.Attempt) ?? new Declined("ended"));
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> CaptureAsync(
        CaptureRequest request, CancellationToken cancellation)
    {
        Asked.Add($"capture {request.Order.OutTradeNo}");
        await DuringWork();
        return Capture(request);
    }

    /// <inheritdoc/>
    public async Task<CancelOutcome> CancelAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Asked.Add($"cancel {trade.Number.Attempt}");
        await DuringWork();
        return Cancel.GetValueOrDefault(trade.Number.Attempt) ?? new Cancelled();
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        Asked.Add($"refund {request.Number.Refund}");
        await DuringWork();
        if (Refund(request) is { } said)
        {
            return said;
        }

        GivenBack.TryAdd(request.Number, request);
        return Truth(request);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        Asked.Add($"ask refund {request.Number.Refund}");
        await DuringQuery(request.Number.Refund);
        return AskRefund(request) ?? Truth(request);
    }

    private RefundOutcome Truth(RefundRequest request)
        => GivenBack.ContainsKey(request.Number)
            ? new RefundSucceeded($"C{request.Number.Refund}", An.Noon.AddSeconds(1))
            : new RefundAbsent("no such refund");
}
