namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Alipay: pages, codes in both directions, query, close, cancel, refunds and notifications.
/// </summary>
internal sealed class AlipayChannel(
    AccountBook<AlipayAccount> accounts, AlipayGateway gateway, AlipayCall call,
    AlipayBilling billing, TimeProvider time)
    : IPagePayment, ICodePayment, IBarcodePayment, IQueryTrade, ICloseTrade, ICancelTrade,
        IRefundTrade, IQueryRefund, IReceiveNotification, IDailyBill
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "alipay";

    private static readonly NotificationReply Success = new("success");
    private static readonly NotificationReply Failure = new("failure");

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AlipayProduct.Page, ProductKind.Page, "支付宝（电脑网页）", "Alipay on a computer"),
        new(AlipayProduct.Wap, ProductKind.Page, "支付宝（手机网页）", "Alipay on a phone"),
        new(AlipayProduct.Code, ProductKind.Code, "支付宝（扫码）", "Alipay, scan a code"),
        new(AlipayProduct.Barcode, ProductKind.Barcode, "支付宝（付款码）", "Alipay, show a code"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => AlipayAccountRules.Open(material).Faults;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => Success;

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => Failure;

    /// <inheritdoc/>
    public bool Accepts(string product, PayerCode code)
        => product is AlipayProduct.Barcode && AlipayPayerCode.Is(code);

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
        => await accounts.FindAsync(request.Attempt.Account, cancellation) is { } account
            ? new PageReady(await gateway.HandOverAsync(
                account, AlipayPayMessages.OpenPage(account, request), cancellation))
            : new PageUnknown(AlipayCall.AccountMissing);

    /// <inheritdoc/>
    public Task<PageOpening> OpenCodeAsync(PageRequest request, CancellationToken cancellation)
        => call.RunAsync<PageOpening>(
            request.Attempt.Account,
            AlipayMethod.Precreate,
            account => AlipayPayMessages.OpenCode(account, request),
            answer => AlipayChargeStatus.OfCode(answer, request.Number),
            static reason => new PageUnknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<ChannelOutcome> ChargeAsync(
        ChargeRequest request, CancellationToken cancellation)
        => call.RunAsync<ChannelOutcome>(
            request.Attempt.Account,
            AlipayMethod.Pay,
            account => AlipayPayMessages.Charge(account, request),
            answer => AlipayChargeStatus.OfCharge(
                answer, request.Number, request.Order.Terms.Total),
            static reason => new Unknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => call.RunAsync<ChannelOutcome>(
            trade.Account,
            AlipayMethod.Query,
            account => AlipayMessages.Query(account, trade.Number, time.GetUtcNow()),
            answer => AlipayStatus.OfQuery(answer, trade.Number),
            static reason => new Unknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => call.RunAsync<ChannelOutcome>(
            trade.Account,
            AlipayMethod.Close,
            account => AlipayMessages.Close(account, trade.Number, time.GetUtcNow()),
            answer => AlipayStatus.OfClose(answer, trade.Number),
            static reason => new Unknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<CancelOutcome> CancelAsync(
        TradeReference trade, CancellationToken cancellation)
        => call.RunAsync<CancelOutcome>(
            trade.Account,
            AlipayMethod.Cancel,
            account => AlipayMessages.Cancel(account, trade.Number, time.GetUtcNow()),
            answer => AlipayCancelStatus.Of(answer, trade.Number, time.GetUtcNow()),
            static reason => new CancelUnknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => call.RunAsync<RefundOutcome>(
            request.Trade.Account,
            AlipayMethod.Refund,
            account => AlipayMessages.Refund(account, request, time.GetUtcNow()),
            answer => AlipayRefundStatus.OfRefund(answer, request),
            static reason => new RefundUnknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => call.RunAsync<RefundOutcome>(
            request.Trade.Account,
            AlipayMethod.RefundQuery,
            account => AlipayMessages.QueryRefund(account, request, time.GetUtcNow()),
            answer => AlipayRefundStatus.OfQuery(answer, request, time.GetUtcNow()),
            static reason => new RefundUnknown(reason),
            cancellation);

    /// <inheritdoc/>
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
        => await accounts.FindAsync(notification.Account, cancellation) is { } account
            ? AlipayNotice.Read(account, notification)
            : new NotAccepted(NotificationRefusal.AccountUnknown);

    /// <inheritdoc/>
    public async Task<BillOpening> OpenBillAsync(
        string account, DateOnly day, CancellationToken cancellation)
        => await accounts.FindAsync(account, cancellation) is { } open
            ? await billing.OpenAsync(open, day, cancellation)
            : new BillUnknown(AlipayCall.AccountMissing);
}
