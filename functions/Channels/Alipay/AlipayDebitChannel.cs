namespace PayFunctions.Channels.Alipay;

/// <summary>Alipay's debits: a trade like any other, that names an agreement.</summary>
internal sealed class AlipayDebitChannel(AlipayChannel trades, AlipayCall call)
    : IQueryTrade, ICloseTrade, IRefundTrade, IQueryRefund, IDebitAgreement
{
    /// <inheritdoc/>
    public string Name => AlipayChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AlipayProduct.Debit, ProductKind.Capture, "支付宝（代扣）",
            "Alipay, debited under an agreement"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public Task<ChannelOutcome> DebitAsync(DebitRequest request, CancellationToken cancellation)
        => call.RunAsync<ChannelOutcome>(
            request.Attempt.Account,
            AlipayMethod.Pay,
            account => AlipayAgreementMessages.Debit(account, request),
            answer => AlipayChargeStatus.OfCharge(
                answer, request.Number, request.Order.Terms.Total),
            static reason => new Unknown(reason),
            cancellation);

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => trades.QueryAsync(trade, cancellation);

    /// <inheritdoc/>
    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => trades.CloseAsync(trade, cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.RefundAsync(request, cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.QueryRefundAsync(request, cancellation);
}
