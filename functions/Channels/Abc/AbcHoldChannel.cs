using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's pre-authorisation: the payer authorises on the bank's page, and the amount is
/// confirmed or cancelled once. What was confirmed is a payment like any other.
/// </summary>
internal sealed class AbcHoldChannel(
    AbcChannel trades, AccountBook<AbcAccount> accounts, AbcGateway gateway)
    : IPagePayment, IQueryTrade, IRefundTrade, IQueryRefund, ICaptureHold
{
    /// <summary>The product of what is confirmed.</summary>
    public const string CaptureProduct = "abc_capture";

    private const string NoAccount = "the account cannot be used";

    /// <inheritdoc/>
    public string Name => AbcChannel.ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        Holding(AbcMessages.HoldPageProduct,
            "农业银行（电脑网页预授权）", "Agricultural Bank of China on a computer, to authorise"),
        Holding(AbcMessages.HoldWapProduct,
            "农业银行（手机网页预授权）", "Agricultural Bank of China on a phone, to authorise"),
        new(CaptureProduct, ProductKind.Capture,
            "农业银行（预授权确认）", "Agricultural Bank of China, taken from an authorised amount"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => trades.FaultsOf(material);

    /// <inheritdoc/>
    public Task<PageOpening> OpenPageAsync(PageRequest request, CancellationToken cancellation)
        => trades.OpenPageAsync(request, cancellation);

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(trade.Account, cancellation) is not { } account)
        {
            return new Unknown(NoAccount);
        }

        if (trade.Capture is null)
        {
            return AbcHoldStatus.OfHold(
                await AskAsync(account, trade.Number, cancellation), account, trade.Number);
        }

        return AbcHoldStatus.OfCapture(
            await AskAsync(account, trade.Capture.HoldNumber(), cancellation), account, trade);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> RefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (request.Trade.Capture is not null)
        {
            return await trades.RefundAsync(request, cancellation);
        }

        if (await accounts.FindAsync(request.Trade.Account, cancellation) is not { } account)
        {
            return new RefundUnknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcMessages.Release(account, request), cancellation);
        return reply.Answer is not { } answer
            ? new RefundUnknown(reply.Reason)
            : AbcHoldStatus.OfCancellation(answer, account, request)
                ?? await ProveAsync(account, request, answer.Said, cancellation);
    }

    /// <inheritdoc/>
    public async Task<RefundOutcome> QueryRefundAsync(
        RefundRequest request, CancellationToken cancellation)
    {
        if (request.Trade.Capture is not null)
        {
            return await trades.QueryRefundAsync(request, cancellation);
        }

        return await accounts.FindAsync(request.Trade.Account, cancellation) is { } account
            ? AbcHoldStatus.OfRelease(
                await AskAsync(account, request.Trade.Number, cancellation), account, request)
            : new RefundUnknown(NoAccount);
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> CaptureAsync(
        CaptureRequest request, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(request.Attempt.Account, cancellation) is not { } account)
        {
            return new Unknown(NoAccount);
        }

        var reply = await gateway.SendAsync(
            account, AbcMessages.Capture(account, request), cancellation);
        return reply.Answer is not { } answer
            ? new Unknown(reply.Reason)
            : AbcHoldStatus.OfConfirmation(answer, account, request)
                ?? new Unknown($"a question must say what became of it: {answer.Said}");
    }

    /// <summary>
    /// A cancellation that was refused may have been made before, by a request whose answer was
    /// lost. Where it was not, it never will be under this number.
    /// </summary>
    private async Task<RefundOutcome> ProveAsync(
        AbcAccount account, RefundRequest request, string said, CancellationToken cancellation)
    {
        var reply = await AskAsync(account, request.Trade.Number, cancellation);
        return AbcHoldStatus.OfRelease(reply, account, request) is var known
            and not RefundAbsent
                ? known
                : new RefundUnknown($"still held: {said}");
    }

    private Task<AbcReply> AskAsync(
        AbcAccount account, ChannelOrderNo hold, CancellationToken cancellation)
        => gateway.AskAsync(account, AbcMessages.QueryHold(account, hold), cancellation);

    private static ChannelProduct Holding(string name, string chinese, string english)
        => new(name, ProductKind.Page, chinese, english)
        {
            Hold = new HoldProduct(CaptureProduct, EndsAtOnce: true),
        };
}
