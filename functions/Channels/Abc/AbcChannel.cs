namespace PayFunctions.Channels.Abc;

/// <summary>
/// The Agricultural Bank of China's TrustPay: page payments at a desk and on a phone, questions,
/// refunds and notifications. It has no way to end a trade: every order carries its own end.
/// </summary>
internal sealed class AbcChannel(
    AccountBook<AbcAccount> accounts, AbcGateway gateway, TimeProvider time)
    : IPagePayment, IQueryTrade, IRefundTrade, IQueryRefund, IFileRefunds,
        IReceiveNotification, IDailyBill
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "abc";

    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AbcMessages.PageProduct, ProductKind.Page,
            "农业银行（电脑网页）", "Agricultural Bank of China on a computer"),
        new(AbcMessages.WapProduct, ProductKind.Page,
            "农业银行（手机网页）", "Agricultural Bank of China on a phone"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => AbcAccountRules.Open(material).Faults;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => AbcNoticeReply.Taken(payerPage);

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => AbcNoticeReply.Refused(payerPage);

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new PageUnknown(NoAccount);
        }

        if (AbcMessages.NotifyUrl(account, request.NotifyUrl).Length > AbcMessages.NotifyUrlMax)
        {
            return new PageUnknown(
                "the notify address is longer than the bank's 200 characters: "
                + "shorten the account's name or the gateway's address");
        }

        var reply = await gateway.SendAsync(
            account, AbcMessages.OpenPage(account, request), cancellation);
        return reply.Answer is { } answer
            ? AbcPage.OfAnswer(answer, account, request)
            : new PageUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => await accounts.FindAsync(trade.Account, cancellation) is { } account
            ? await AskAsync(account, trade.Number, cancellation)
            : new Unknown(NoAccount);

    /// <inheritdoc/>
    public async Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcMessages.Refund(account, request), cancellation);
        return reply.Answer is not { } answer
            ? new RefundUnknown(reply.Reason)
            : AbcRefundStatus.IsDoubtful(answer, account)
                ? await ProveAsync(account, request, answer, cancellation)
                : AbcRefundStatus.OfRefund(answer, account, request);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(NoAccount);
        }

        var reply = await gateway.AskAsync(
            account, AbcMessages.QueryRefund(account, request.Number), cancellation);
        return OfQuery(reply, account, request);
    }

    /// <inheritdoc/>
    public async ValueTask<int> RefundsInBatchAsync(
        string account, CancellationToken cancellation)
        => await accounts.FindAsync(account, cancellation) is { Terms.UsesBatches: true }
            ? AbcBatchMessages.RefundsMax
            : 0;

    /// <inheritdoc/>
    public async Task<FilingOutcome> FileRefundsAsync(
        Orders.Filing filing, IReadOnlyList<RefundRequest> refunds,
        CancellationToken cancellation)
    {
        if (await accounts.FindAsync(refunds[0].Trade.Account, cancellation) is not { } account)
        {
            return new FilingUnknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcBatchMessages.Refund(account, filing, refunds), cancellation);
        return reply.Answer is { } answer
            ? AbcBatchStatus.OfFiling(answer, account, refunds)
            : new FilingUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> QueryFiledAsync(
        Orders.Filing filing, RefundRequest refund, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(refund.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(NoAccount);
        }

        var reply = await gateway.AskAsync(
            account, AbcBatchMessages.QueryRefund(account, filing), cancellation);
        return reply.Answer is { } answer
            ? AbcBatchStatus.OfRefund(answer, account, filing.Serial ?? "", refund)
            : new RefundUnknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(notification.Account, cancellation) is not { } account)
        {
            return new NotAccepted(NotificationRefusal.AccountUnknown);
        }

        var now = time.GetUtcNow();
        var reading = AbcNotice.Read(account, notification, now);
        return (account.Reading.ConfirmsByQuery, reading) switch
        {
            (true, AbcSigning signing) => AbcAgreementNotice.Confirmed(
                signing, AbcAgreementStatus.OfQuery(
                    await gateway.AskAsync(
                        account, AbcAgreementMessages.Query(account, signing.Number),
                        cancellation),
                    account, signing.Number, signing.AgreementNo, now)),
            (_, AbcSigning signing) => signing.Plain,
            (true, Genuine { Outcome: Succeeded paid } notified) => AbcNotice.Confirmed(
                notified, paid, await AskAnyAsync(account, notified.Number, cancellation)),
            _ => reading,
        };
    }

    /// <summary>A notification does not say whether it is about a payment or a hold.</summary>
    private async Task<ChannelOutcome> AskAnyAsync(
        AbcAccount account, Orders.ChannelOrderNo number, CancellationToken cancellation)
    {
        var reply = await gateway.AskAsync(
            account, AbcMessages.Query(account, number), cancellation);
        return reply.Answer is { } answer
            && AbcReturnCode.MeaningOf(answer.Code, account) is AbcMeaning.NoSuchOrder
                ? AbcHoldStatus.OfHold(
                    await gateway.AskAsync(
                        account, AbcMessages.QueryHold(account, number), cancellation),
                    account, number)
                : OfQuery(reply, account, number);
    }

    /// <inheritdoc/>
    public async Task<BillOpening> OpenBillAsync(
        string account, DateOnly day, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(account, cancellation) is not { } open)
        {
            return new BillUnknown(NoAccount);
        }

        var reply = await gateway.FetchAsync(
            open, AbcMessages.Settle(open, day), cancellation);
        return reply.Answer switch
        {
            null => new BillUnknown(reply.Reason),
            { Code: "0000" } answer => new BillReady(AbcStatement.Read(answer).ToAsyncEnumerable()),
            { Code: "2600" } answer => new BillNotReady(answer.Said),
            var answer => new BillUnknown(answer.Said),
        };
    }

    /// <summary>
    /// A refund that the order's state forbids is declined once the bank says that it has none of
    /// that number. Asked once, so that both calls together stay within the time of one.
    /// </summary>
    private async Task<RefundOutcome> ProveAsync(
        AbcAccount account, RefundRequest request, AbcAnswer refused,
        CancellationToken cancellation)
    {
        var reply = await gateway.SendAsync(
            account, AbcMessages.QueryRefund(account, request.Number), cancellation);
        return OfQuery(reply, account, request) is var known and not RefundAbsent
            ? known
            : AbcRefundStatus.OfRefund(refused, account, request);
    }

    private async Task<ChannelOutcome> AskAsync(
        AbcAccount account, Orders.ChannelOrderNo number, CancellationToken cancellation)
    {
        var reply = await gateway.AskAsync(
            account, AbcMessages.Query(account, number), cancellation);
        return OfQuery(reply, account, number);
    }

    private static ChannelOutcome OfQuery(
        AbcReply reply, AbcAccount account, Orders.ChannelOrderNo number)
        => reply.Answer is { } answer
            ? AbcStatus.OfQuery(answer, account, number)
            : new Unknown(reply.Reason);

    private static RefundOutcome OfQuery(
        AbcReply reply, AbcAccount account, RefundRequest request)
        => reply.Answer is { } answer
            ? AbcRefundStatus.OfQuery(answer, account, request)
            : new RefundUnknown(reply.Reason);
}
