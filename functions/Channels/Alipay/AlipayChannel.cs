using PayFunctions.Keys;

namespace PayFunctions.Channels.Alipay;

/// <summary>Alipay: page and phone payments, query, close and notifications.</summary>
internal sealed class AlipayChannel(
    AccountBook<AlipayAccount> accounts, AlipayGateway gateway, SignRsa2 sign, TimeProvider time)
    : IPagePayment, IQueryTrade, ICloseTrade, IReceiveNotification
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "alipay";

    private static readonly Unknown AccountMissing = new("the account cannot be used");
    private static readonly NotificationReply Success = new("success");
    private static readonly NotificationReply Failure = new("failure");

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(AlipayMessages.PageProduct, ProductKind.Page, "支付宝（电脑网页）", "Alipay on a computer"),
        new(AlipayMessages.WapProduct, ProductKind.Page, "支付宝（手机网页）", "Alipay on a phone"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => AlipayAccountRules.Open(material).Faults;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => Success;

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => Failure;

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new PageUnknown("the account cannot be used");
        }

        var parameters = AlipayMessages.OpenPage(account, request);
        return new PageReady(AlipayWire.Handover(
            account, await AlipaySignature.SignAsync(sign, account, parameters, cancellation)));
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(trade.Account, cancellation) is not { } account)
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
        if (await accounts.FindAsync(trade.Account, cancellation) is not { } account)
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
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
        => await accounts.FindAsync(notification.Account, cancellation) is { } account
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
