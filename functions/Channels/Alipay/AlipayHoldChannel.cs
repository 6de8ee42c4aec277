namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Alipay's pre-authorisation: the payer scans a code and an amount is frozen. What is captured is
/// a trade like any other; what is not is unfrozen.
/// </summary>
internal sealed class AlipayHoldChannel(
    AlipayChannel trades, AlipayCall call, TimeProvider time)
    : ICodePayment, IQueryTrade, ICloseTrade, IRefundTrade, IQueryRefund, ICaptureHold
{
    /// <inheritdoc/>
    public string Name => AlipayChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AlipayProduct.HoldCode, ProductKind.Code, "支付宝（扫码预授权）",
            "Alipay, scan a code to authorise")
        {
            Hold = new HoldProduct(AlipayProduct.Capture, EndsAtOnce: false),
        },
        new(AlipayProduct.Capture, ProductKind.Capture, "支付宝（预授权转支付）",
            "Alipay, taken from an authorised amount"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public Task<PageOpening> OpenCodeAsync(PageRequest request, CancellationToken cancellation)
        => call.RunAsync<PageOpening>(
            request.Attempt.Account,
            AlipayMethod.HoldCode,
            account => AlipayHoldMessages.OpenCode(account, request),
            answer => AlipayHoldStatus.OfCode(answer, request.Number),
            static reason => new PageUnknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => IsCapture(trade)
            ? trades.QueryAsync(trade, cancellation)
            : call.RunAsync<ChannelOutcome>(
                trade.Account,
                AlipayMethod.HoldQuery,
                account => AlipayHoldMessages.Query(
                    account, trade.Number, trade.Number.ToString(), time.GetUtcNow()),
                answer => AlipayHoldStatus.OfQuery(answer, trade.Number),
                static reason => new Unknown(reason),
                cancellation);

    /// <inheritdoc/>
    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => IsCapture(trade)
            ? trades.CloseAsync(trade, cancellation)
            : call.RunAsync<ChannelOutcome>(
                trade.Account,
                AlipayMethod.HoldCancel,
                account => AlipayHoldMessages.Cancel(account, trade.Number, time.GetUtcNow()),
                answer => AlipayHoldStatus.OfCancel(answer, trade.Number),
                static reason => new Unknown(reason),
                cancellation);

    /// <inheritdoc/>
    public async Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (IsCapture(request.Trade))
        {
            return await trades.RefundAsync(request, cancellation);
        }

        var refusal = (AlipayAnswer?)null;
        var outcome = await call.RunAsync<RefundOutcome>(
            request.Trade.Account,
            AlipayMethod.Unfreeze,
            account => AlipayHoldMessages.Unfreeze(account, request, time.GetUtcNow()),
            answer =>
            {
                refusal = AlipayHoldStatus.IsDoubtful(answer) ? answer : null;
                return AlipayHoldStatus.OfUnfreeze(answer, request);
            },
            static reason => new RefundUnknown(reason),
            cancellation);

        // It may be refused because the same one was made before and its answer was lost.
        return refusal is not null
            && await QueryRefundAsync(request, cancellation) is var known and not RefundAbsent
                ? known
                : outcome;
    }

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => IsCapture(request.Trade)
            ? trades.QueryRefundAsync(request, cancellation)
            : call.RunAsync<RefundOutcome>(
                request.Trade.Account,
                AlipayMethod.HoldQuery,
                account => AlipayHoldMessages.Query(
                    account, request.Trade.Number, request.Number.ToString(),
                    time.GetUtcNow()),
                answer => AlipayHoldStatus.OfUnfreezeQuery(answer, request),
                static reason => new RefundUnknown(reason),
                cancellation);

    /// <summary>Who authorised is asked first: the trade must name the same payer.</summary>
    public async Task<ChannelOutcome> CaptureAsync(
        CaptureRequest request, CancellationToken cancellation)
    {
        var hold = request.Hold.HoldNumber();
        var payer = (string?)null;
        var asked = await call.RunAsync<ChannelOutcome>(
            request.Attempt.Account,
            AlipayMethod.HoldQuery,
            account => AlipayHoldMessages.Query(account, hold, hold.ToString(), request.Now),
            answer =>
            {
                payer = AlipayHoldStatus.PayerOf(answer, hold);
                return new Unknown("the answer does not say who authorised the amount");
            },
            static reason => new Unknown(reason),
            cancellation);
        return payer is null
            ? asked
            : await call.RunAsync<ChannelOutcome>(
                request.Attempt.Account,
                AlipayMethod.Pay,
                account => AlipayHoldMessages.Capture(account, request, payer),
                answer => AlipayChargeStatus.OfCharge(
                    answer, request.Number, request.Order.Terms.Total),
                static reason => new Unknown(reason),
                cancellation);
    }

    private static bool IsCapture(TradeReference trade)
        => string.Equals(trade.Product, AlipayProduct.Capture, StringComparison.Ordinal);
}
