using PayFunctions.Channels;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>The smallest channel that the whole suite passes.</summary>
internal sealed class ExampleChannel(
    AccountBook<ExampleAccount> accounts, ExampleGateway gateway)
    : IPagePayment, IQueryTrade, IRefundTrade, IQueryRefund, IReceiveNotification
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "example";

    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; }
        = [new("example_page", ProductKind.Page, "示例支付", "Example Pay")];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => ExampleAccountRules.Open(material).Faults;

    /// <inheritdoc/>
    public NotificationReply Accept(Uri? payerPage) => new("ok");

    /// <inheritdoc/>
    public NotificationReply Refuse(Uri? payerPage) => new("no");

    /// <inheritdoc/>
    public async Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new PageUnknown(NoAccount);
        }

        var signed = ExampleMessages.Open(account, request);
        var page = new Uri(account.Base, "pay");
        var query = FormPairs.Write(signed, TextCharset.Utf8.Encoding);
        return new PageReady(new PageHandover(new Uri($"{page}?{query}"), page, signed));
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(trade.Account, cancellation) is not { } account)
        {
            return new Unknown(NoAccount);
        }

        var (answer, reason) = await gateway.AskAsync(
            account, "query", ExampleMessages.Query(account, trade.Number), cancellation);
        return answer is null
            ? new Unknown(reason)
            : ExampleStatus.OfTrade(answer, trade.Number);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(NoAccount);
        }

        var (answer, reason) = await gateway.SendAsync(
            account, "refund", ExampleMessages.Refund(account, request), cancellation);
        return answer is null
            ? new RefundUnknown(reason)
            : ExampleStatus.OfRefund(answer, request.Number);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(NoAccount);
        }

        var (answer, reason) = await gateway.AskAsync(
            account, "refund-query", ExampleMessages.QueryRefund(account, request.Number),
            cancellation);
        return answer is null
            ? new RefundUnknown(reason)
            : ExampleStatus.OfRefund(answer, request.Number);
    }

    /// <inheritdoc/>
    public async ValueTask<NotificationReading> ReadAsync(
        RawNotification notification, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(notification.Account, cancellation) is not { } account)
        {
            return new NotAccepted(NotificationRefusal.AccountUnknown);
        }

        if (ExampleGateway.Verified(account, notification.Body.Span) is not { } form)
        {
            return new NotAccepted(NotificationRefusal.SignatureWrong);
        }

        if (form.Text("merchant"u8) != account.Merchant)
        {
            return new NotAccepted(NotificationRefusal.SellerDiffers);
        }

        return !ChannelOrderNo.TryParse(form.Text("number"u8), out var number)
                ? new NotAccepted(NotificationRefusal.OrderNumberUnknown)
            : ExampleStatus.Paid(form) is Succeeded paid ? new Genuine(number, paid)
            : new NotAccepted(NotificationRefusal.FieldInvalid);
    }
}
