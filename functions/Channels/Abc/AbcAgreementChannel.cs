namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's agreements: the payer signs on the bank's page, and either side may end them.
/// </summary>
internal sealed class AbcAgreementChannel(
    AbcChannel trades, AccountBook<AbcAccount> accounts, AbcGateway gateway, TimeProvider time)
    : IPagePayment, IQueryTrade, IEndAgreement
{
    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => AbcChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        Signing(AbcAgreementMessages.PageProduct,
            "农业银行（电脑网页签约）", "Agricultural Bank of China on a computer, to agree"),
        Signing(AbcAgreementMessages.WapProduct,
            "农业银行（手机网页签约）", "Agricultural Bank of China on a phone, to agree"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new PageUnknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcAgreementMessages.Sign(account, request), cancellation);
        return reply.Answer is { } answer
            ? AbcAgreementStatus.OfPage(answer, account, request)
            : new PageUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => await accounts.FindAsync(trade.Account, cancellation) is { } account
            ? AbcAgreementStatus.OfQuery(
                await gateway.AskAsync(
                    account, AbcAgreementMessages.Query(account, trade.Number), cancellation),
                account, trade.Number, trade.ChannelTradeNo, time.GetUtcNow())
            : new Unknown(NoAccount);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> UnsignAsync(
        UnsignRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Account, cancellation) is not { } account)
        {
            return new Unknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcAgreementMessages.Unsign(account, request), cancellation);
        return AbcAgreementStatus.OfUnsign(reply, account, request)
            ?? AbcAgreementStatus.OfQueryAfterUnsign(
                await gateway.AskAsync(
                    account, AbcAgreementMessages.Query(account, request.Number), cancellation),
                account, request);
    }

    private static ChannelProduct Signing(string name, string chinese, string english)
        => new(name, ProductKind.Page, chinese, english)
        {
            DebitProduct = AbcAgreementMessages.DebitProduct,
        };
}
