namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Alipay's agreements: the payer signs on a page, and may end what was signed in his own wallet.
/// </summary>
internal sealed class AlipayAgreementChannel(
    AlipayChannel trades, AccountBook<AlipayAccount> accounts, AlipayGateway gateway,
    AlipayCall call, TimeProvider time)
    : IPagePayment, IQueryTrade, IEndAgreement
{
    /// <inheritdoc/>
    public string Name => AlipayChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        Signing(AlipayProduct.Agreement, "支付宝（电脑网页签约）", "Alipay on a computer, to agree"),
        Signing(AlipayProduct.AgreementWap, "支付宝（手机网页签约）", "Alipay on a phone, to agree"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
        => await accounts.FindAsync(request.Attempt.Account, cancellation) switch
        {
            null => new PageUnknown(AlipayCall.AccountMissing),
            { Agreements.IsCycle: true } when request.Order.Terms.Agreement?.Period is null
                => new PageRefused("this account's agreements need a period"),
            var account => new PageReady(await gateway.HandOverAsync(
                account, AlipayAgreementMessages.Sign(account, request), cancellation)),
        };

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => await accounts.FindAsync(trade.Account, cancellation) is { } account
            ? await call.RunAsync<ChannelOutcome>(
                trade.Account,
                AlipayMethod.AgreementQuery,
                a => AlipayAgreementMessages.Query(
                    a, trade.Number, trade.ChannelTradeNo, time.GetUtcNow()),
                answer => AlipayAgreementStatus.OfQuery(
                    answer, account, trade.Number, trade.ChannelTradeNo, time.GetUtcNow()),
                static reason => new Unknown(reason),
                cancellation)
            : new Unknown(AlipayCall.AccountMissing);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> UnsignAsync(
        UnsignRequest request, CancellationToken cancellation)
        => await call.RunAsync<ChannelOutcome?>(
            request.Account,
            AlipayMethod.AgreementUnsign,
            account => AlipayAgreementMessages.Unsign(account, request),
            answer => AlipayAgreementStatus.OfUnsign(
                answer, request.ChannelAgreementNo, time.GetUtcNow()),
            static reason => new Unknown(reason),
            cancellation)
            ?? await QueryAsync(
                new TradeReference(
                    request.Account, AlipayProduct.Agreement, request.Number,
                    request.RequestedAt, AlipayAgreementStatus.Nothing,
                    ChannelTradeNo: request.ChannelAgreementNo),
                cancellation);

    private static ChannelProduct Signing(string name, string chinese, string english)
        => new(name, ProductKind.Page, chinese, english)
        {
            DebitProduct = AlipayProduct.Debit,
        };
}
