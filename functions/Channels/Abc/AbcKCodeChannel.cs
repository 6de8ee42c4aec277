namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's K-code: the merchant names a card, the bank sends the payer a code, and the code
/// pays. What was paid is a payment like any other. The bank ends no trade, and only our request
/// can pay one.
/// </summary>
internal sealed class AbcKCodeChannel(
    AbcChannel trades, AccountBook<AbcAccount> accounts, AbcGateway gateway)
    : IKCodePayment, IQueryTrade, IRefundTrade, IQueryRefund
{
    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => AbcChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AbcKCodeMessages.Product, ProductKind.KCode,
            "农业银行（K码支付）", "Agricultural Bank of China, by card and code"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public async Task<KCodeSending> SendCodeAsync(
        KCodeRequest request, KCodeCard card, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new KCodeUndecided(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcKCodeMessages.Send(account, request, card), cancellation);
        return reply.Answer is { } answer
            ? AbcKCodeStatus.OfSending(answer, account, request)
            : new KCodeUndecided(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<KCodeSending> ResendCodeAsync(
        KCodeRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new KCodeUndecided(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcKCodeMessages.Resend(account, request), cancellation);
        return reply.Answer is { } answer
            ? AbcKCodeStatus.OfResending(answer, account)
            : new KCodeUndecided(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> PayAsync(
        KCodeRequest request, KCodeProof proof, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new Unknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcKCodeMessages.Pay(account, request, proof), cancellation);
        return reply.Answer is not { } answer
            ? new Unknown(reply.Reason)
            : AbcKCodeStatus.OfPayment(answer, account, request) is not Succeeded taken
                ? AbcKCodeStatus.OfPayment(answer, account, request)
                : account.KCode.IsDoneAtOnce && AbcKCodeStatus.HostTimeOf(answer) is not null
                    ? taken
                    : await ProveAsync(account, request, answer, cancellation);
    }

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(TradeReference trade, CancellationToken cancellation)
        => trades.QueryAsync(trade, cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.RefundAsync(request, cancellation);

    /// <inheritdoc/>
    public Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
        => trades.QueryRefundAsync(request, cancellation);

    /// <summary>
    /// That a payment was taken is not known to mean that it is done: the order's status says it.
    /// Only the answer names the moment.
    /// </summary>
    private async Task<ChannelOutcome> ProveAsync(
        AbcAccount account, KCodeRequest request, AbcAnswer answer,
        CancellationToken cancellation)
    {
        var reply = await gateway.SendAsync(
            account, AbcMessages.Query(account, request.Number), cancellation);
        return reply.Answer is not { } said
            ? new Unknown(reply.Reason)
            : AbcStatus.OfQuery(said, account, request.Number) switch
            {
                Succeeded paid => paid with
                {
                    PaidAt = AbcKCodeStatus.HostTimeOf(answer) ?? paid.PaidAt,
                },
                Declined => new Declined("taken, and then failed"),
                _ => new Unknown("taken, and not yet paid"),
            };
    }
}
