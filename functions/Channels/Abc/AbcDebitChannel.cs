namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's debits. That one was taken on is all its answer says for sure: a question must say
/// what became of it.
/// </summary>
internal sealed class AbcDebitChannel(
    AbcChannel trades, AccountBook<AbcAccount> accounts, AbcGateway gateway)
    : IQueryTrade, IRefundTrade, IQueryRefund, IFileDebits
{
    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => AbcChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AbcAgreementMessages.DebitProduct, ProductKind.Capture,
            "农业银行（授权支付）", "Agricultural Bank of China, debited under an agreement"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> DebitAsync(
        DebitRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new Unknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcAgreementMessages.Debit(account, request), cancellation);
        return reply.Answer is not { } answer
            ? new Unknown(reply.Reason)
            : AbcReturnCode.MeaningOf(answer.Code, account) switch
            {
                AbcMeaning.Done or AbcMeaning.Repeated
                    => await AskAsync(account, request.Number, cancellation),
                AbcMeaning.Refused => new Declined(answer.Said),

                // What the state forbids is declined once the bank says that it has none.
                AbcMeaning.StateForbids
                    => await AskAsync(account, request.Number, cancellation) is var known
                        and not Waiting
                            ? known
                            : new Declined(answer.Said),
                _ => new Unknown(answer.Said),
            };
    }

    /// <inheritdoc/>
    public async ValueTask<int> DebitsInBatchAsync(
        string account, CancellationToken cancellation)
        => await accounts.FindAsync(account, cancellation) is { Terms.UsesBatches: true }
            ? AbcBatchMessages.DebitsMax
            : 0;

    /// <inheritdoc/>
    public async Task<FilingOutcome> FileDebitsAsync(
        Orders.Filing filing, IReadOnlyList<DebitRequest> debits,
        CancellationToken cancellation)
    {
        if (await accounts.FindAsync(debits[0].Attempt.Account, cancellation) is not { } account)
        {
            return new FilingUnknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcBatchMessages.Debit(account, filing, debits), cancellation);
        return reply.Answer is { } answer
            ? AbcBatchStatus.OfFiling(answer, account)
            : new FilingUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => await accounts.FindAsync(trade.Account, cancellation) is { } account
            ? await AskAsync(account, trade.Number, cancellation)
            : new Unknown(NoAccount);

    /// <inheritdoc/>
    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.RefundAsync(request, cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.QueryRefundAsync(request, cancellation);

    private async Task<ChannelOutcome> AskAsync(
        AbcAccount account, Orders.ChannelOrderNo number, CancellationToken cancellation)
    {
        var reply = await gateway.AskAsync(
            account, AbcMessages.QueryDebit(account, number), cancellation);
        return reply.Answer is { } answer
            ? AbcStatus.OfQuery(answer, account, number, AbcMessages.Debit)
            : new Unknown(reply.Reason);
    }
}
