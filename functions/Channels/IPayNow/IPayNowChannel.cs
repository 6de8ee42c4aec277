namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// ipaynow (现在支付): pages in both profiles; codes, bar codes, refunds that can be asked about and
/// cancels in profile B; notifications.
/// </summary>
internal sealed class IPayNowChannel(
    AccountBook<IPayNowAccount> accounts, IPayNowGateway gateway, IPayNowCancel cancel,
    TimeProvider time)
    : IPagePayment, ICodePayment, IBarcodePayment, IQueryTrade, ICancelTrade, IRefundTrade,
        IQueryRefund, IReceiveNotification
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "ipaynow";

    private const string Late = "no answer in time";
    private const string Missing = "the account cannot be used";

    private static readonly NotificationReply Success = new("success=Y");
    private static readonly NotificationReply Failure = new("success=N");

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(IPayNowProduct.Page, ProductKind.Page, "现在支付（网页）", "IPayNow page"),
        new(IPayNowProduct.Qr, ProductKind.Code, "现在支付（扫码）", "IPayNow QR code"),
        new(IPayNowProduct.Barcode, ProductKind.Barcode, "现在支付（付款码）",
            "IPayNow payment code"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => IPayNowAccountRules.Open(material).Faults;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => Success;

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => Failure;

    /// <inheritdoc/>
    public Task<PageOpening> OpenPageAsync(PageRequest request, CancellationToken cancellation)
        => OpenAsync(request, cancellation);

    /// <inheritdoc/>
    public Task<PageOpening> OpenCodeAsync(PageRequest request, CancellationToken cancellation)
        => OpenAsync(request, cancellation);

    /// <inheritdoc/>
    public bool Accepts(string product, PayerCode code)
        => string.Equals(product, IPayNowProduct.Barcode, StringComparison.Ordinal)
            && code.Text.All(char.IsAsciiDigit);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> ChargeAsync(
        ChargeRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new Unknown(Missing);
        }

        if (IPayNowProduct.FaultOf(account, request.Attempt.Product) is { } fault)
        {
            return new Declined(fault);
        }

        var reply = await gateway.PayAsync(
            account, IPayNowMessages.Charge(account, request), cancellation);
        return reply.Answer is { } answer
            ? IPayNowStatus.OfCharge(account, answer, request)
            : new Unknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(trade.Account, cancellation) is not { } account)
        {
            return new Unknown(Missing);
        }

        var reply = await gateway.QueryAsync(account, trade, cancellation);
        return reply.Answer is { } answer
            ? IPayNowStatus.OfQuery(account, answer, trade.Number, time.GetUtcNow())
            : new Unknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<CancelOutcome> CancelAsync(
        TradeReference trade, CancellationToken cancellation)
        => await accounts.FindAsync(trade.Account, cancellation) is { } account
            ? await gateway.WithinAsync(
                token => cancel.RunAsync(account, trade, token), new CancelUnknown(Late),
                cancellation)
            : new CancelUnknown(Missing);

    /// <inheritdoc/>
    public async Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(Missing);
        }

        var reply = await gateway.RefundAsync(account, request, cancellation);
        return reply.Answer is { } answer
            ? IPayNowRefundStatus.OfRefund(account, answer, request)
            : new RefundUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(Missing);
        }

        if (account.Profile == IPayNowProfile.A)
        {
            return account.RefundRepeats
                ? new RefundAbsent("profile a cannot be asked: it is sent again")
                : new RefundUnknown("profile a cannot be asked about refunds: ipaynow tells");
        }

        var reply = await gateway.QueryRefundAsync(account, request, cancellation);
        return reply.Answer is { } answer
            ? IPayNowRefundStatus.OfQuery(account, answer, request)
            : new RefundUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
        => await accounts.FindAsync(notification.Account, cancellation) is { } account
            ? IPayNowNotice.Read(account, notification, time.GetUtcNow())
            : new NotAccepted(NotificationRefusal.AccountUnknown);

    private async Task<PageOpening> OpenAsync(
        PageRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new PageUnknown(Missing);
        }

        if (IPayNowProduct.FaultOf(account, request.Attempt.Product) is { } fault)
        {
            return new PageRefused(fault);
        }

        var signed = IPayNowMessages.Open(account, request);
        return account.PageByLink
            ? await gateway.WithinAsync(
                token => OpenByLinkAsync(account, request, signed, token),
                new PageUnknown(Late), cancellation)
            : new PageReady(IPayNowHandover.Of(account.Gateway, signed));
    }

    /// <summary>
    /// A refusal counts only where ipaynow has no such trade: an attempt that is opened again may
    /// be refused as a double, and yet be paid.
    /// </summary>
    private async Task<PageOpening> OpenByLinkAsync(
        IPayNowAccount account, PageRequest request,
        IReadOnlyList<KeyValuePair<string, string>> signed, CancellationToken cancellation)
    {
        var reply = await gateway.PayAsync(account, signed, cancellation);
        if (reply.Answer is not { } answer)
        {
            return new PageUnknown(reply.Reason);
        }

        var opening = IPayNowLink.Of(answer, request);
        if (opening is not PageRefused || answer.Code is not IPayNowCode.Failure)
        {
            return opening;
        }

        var trade = new TradeReference(
            account.Name, request.Attempt.Product, request.Number, request.Attempt.OpenedAt,
            request.Order.Terms.Total);
        var asked = await gateway.QueryAsync(account, trade, cancellation);
        return asked.Answer is { Code: IPayNowCode.Failure }
            ? opening
            : new PageUnknown($"refused, but perhaps opened before: {answer.Said}");
    }
}
