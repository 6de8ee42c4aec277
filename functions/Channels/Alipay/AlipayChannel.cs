using PayFunctions.Keys;

namespace PayFunctions.Channels.Alipay;

/// <summary>Alipay: page and phone payments, query, close and notifications.</summary>
internal sealed class AlipayChannel(
    AlipayAccounts accounts, AlipayGateway gateway, SignRsa2 sign, TimeProvider time)
    : IPagePayment, IQueryTrade, ICloseTrade, IReceiveNotification
{
    private static readonly Unknown AccountMissing = new("the account is not configured");

    /// <inheritdoc/>
    public string Name => "alipay";

    /// <inheritdoc/>
    public IReadOnlyList<string> Products { get; }
        = [AlipayMessages.PageProduct, AlipayMessages.WapProduct];

    /// <inheritdoc/>
    public string Accepted => "success";

    /// <inheritdoc/>
    public string NotAccepted => "failure";

    /// <inheritdoc/>
    public bool HasAccount(string account) => accounts.Find(account) is not null;

    /// <inheritdoc/>
    public async Task<PageHandover> OpenAsync(PageRequest request, CancellationToken cancellation)
    {
        var account = accounts.Find(request.Attempt.Account)
            ?? throw new ArgumentException("The account is not configured.", nameof(request));
        var parameters = AlipayMessages.OpenPage(account, request);
        return AlipayWire.Handover(
            account, await AlipaySignature.SignAsync(sign, account, parameters, cancellation));
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (accounts.Find(trade.Account) is not { } account)
        {
            return AccountMissing;
        }

        var reply = await AskAsync(
            account,
            AlipayMethod.Query,
            AlipayMessages.Query(account, trade.Number, time.GetUtcNow()),
            cancellation);
        return reply.Answer is { } answer
            ? AlipayStatus.OfQuery(answer, trade.Number)
            : new Unknown(reply.Reason);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (accounts.Find(trade.Account) is not { } account)
        {
            return AccountMissing;
        }

        var reply = await AskAsync(
            account,
            AlipayMethod.Close,
            AlipayMessages.Close(account, trade.Number, time.GetUtcNow()),
            cancellation);
        return reply.Answer is { } answer
            ? AlipayStatus.OfClose(answer, trade.Number)
            : new Unknown(reply.Reason);
    }

    /// <inheritdoc/>
    public NotificationReading Read(RawNotification notification)
        => accounts.Find(notification.Account) is { } account
            ? AlipayNotice.Read(account, notification)
            : new NotAccepted(NotificationRefusal.AccountUnknown);

    private async Task<AlipayReply> AskAsync(
        AlipayAccount account,
        string method,
        List<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation)
    {
        var signed = await AlipaySignature.SignAsync(sign, account, parameters, cancellation);
        return await gateway.PostAsync(account, method, signed, cancellation);
    }
}
