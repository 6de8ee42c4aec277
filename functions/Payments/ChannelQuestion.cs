using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>
/// Asks a channel about an attempt and says its answer as a command to the order.
/// </summary>
internal sealed class ChannelQuestion(
    ChannelRouter channels, GatewayAddress gateway, TimeProvider time)
{
    /// <summary>
    /// How long after an order's end a channel that cannot end trades may still take money: every
    /// channel is told when the order ends.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <summary>Asks what became of the attempt.</summary>
    public async Task<OrderCommand> AskAsync(
        Order order, Attempt attempt, CancellationToken cancellation)
        => channels.ForProduct<IQueryTrade>(attempt.Product) is { } channel
            ? CommandOf(
                attempt,
                Judge(
                    order, channel,
                    await RepeatAsync(
                        order, attempt,
                        await channel.QueryAsync(Trade(order, attempt), cancellation),
                        cancellation)))
            : new Undecided(attempt.Number);

    /// <summary>
    /// Asks what became of the attempt and, where it is unpaid, ends it at the channel.
    /// <see cref="Decline"/> says that it is ended.
    /// </summary>
    public async Task<EndAnswer> EndAsync(
        Order order, Attempt attempt, CancellationToken cancellation)
    {
        if (channels.ForProduct<IQueryTrade>(attempt.Product) is not { } asked)
        {
            return new EndAnswer(new Undecided(attempt.Number), CannotEnd: true);
        }

        var trade = Trade(order, attempt);
        var outcome = Judge(order, asked, await asked.QueryAsync(trade, cancellation));
        if (outcome is not Waiting)
        {
            return new EndAnswer(CommandOf(attempt, outcome), CannotEnd: false);
        }

        return asked is ICloseTrade closing
            ? new EndAnswer(
                CommandOf(attempt, await closing.CloseAsync(trade, cancellation)),
                CannotEnd: false)
            : new EndAnswer(new Undecided(attempt.Number, Heard: true), CannotEnd: true);
    }

    /// <summary>Whether the attempt's channel can undo a trade.</summary>
    public bool CanCancel(Attempt attempt)
        => channels.ForProduct<ICancelTrade>(attempt.Product) is not null;

    /// <summary>Undoes the trade, where <see cref="CanCancel"/> says that it can be.</summary>
    public async Task<OrderCommand> CancelAsync(
        Order order, Attempt attempt, CancellationToken cancellation)
        => await channels.ForProduct<ICancelTrade>(attempt.Product)!.CancelAsync(
            Trade(order, attempt), cancellation) switch
        {
            Cancelled => new Revoke(attempt.Number, attempt.Account, Refunded: null),
            CancelledAndRefunded refunded => new Revoke(
                attempt.Number, attempt.Account,
                new RevokedPayment(refunded.ChannelTradeNo, refunded.At)),
            CancelRefused => new DropCancel(attempt.Number),
            _ => new Undecided(attempt.Number),
        };

    /// <summary>A channel's outcome as a command.</summary>
    public static OrderCommand CommandOf(Attempt attempt, ChannelOutcome outcome) => outcome switch
    {
        Succeeded paid => new Succeed(
            attempt.Number, attempt.Account, paid.Total, paid.ChannelTradeNo, paid.PaidAt),
        Declined => new Decline(attempt.Number, attempt.Account),
        Unsigned over => new EndAgreement(
            attempt.Number, attempt.Account, over.ChannelAgreementNo, over.At),
        Waiting => new Undecided(attempt.Number, Heard: true),
        Unknown => new Undecided(attempt.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>
    /// A capture or a debit that the channel does not know is sent again under the same number: it
    /// may never have left, and no payer will make it. Not one that went with a batch: that may
    /// be waiting at the channel.
    /// </summary>
    private async Task<ChannelOutcome> RepeatAsync(
        Order order, Attempt attempt, ChannelOutcome outcome, CancellationToken cancellation)
        => outcome is not Waiting || attempt.Filing is not null
                || time.GetUtcNow() >= order.ExpiresAt ? outcome
            : order.Terms.Capture is not null
                && channels.ForProduct<ICaptureHold>(attempt.Product) is { } taker
                ? await taker.CaptureAsync(
                    new CaptureRequest(
                        order, attempt, gateway.NotifyUrl(taker.Name, attempt.Account),
                        time.GetUtcNow()),
                    cancellation)
            : order.Terms.Debit is not null
                && channels.ForProduct<IDebitAgreement>(attempt.Product) is { } debitor
                ? await debitor.DebitAsync(
                    new DebitRequest(
                        order, attempt, gateway.NotifyUrl(debitor.Name, attempt.Account),
                        time.GetUtcNow()),
                    cancellation)
            : outcome;

    /// <summary>
    /// A channel that cannot end a trade ends it by time: unpaid long after the order's end is
    /// unpaid for good.
    /// </summary>
    private ChannelOutcome Judge(Order order, IChannel channel, ChannelOutcome outcome)
        => outcome is Waiting && channel is not ICloseTrade
            && time.GetUtcNow() >= order.ExpiresAt + Grace
                ? new Declined("unpaid long after its end")
                : outcome;

    private static TradeReference Trade(Order order, Attempt attempt)
        => new(attempt.Account, attempt.Product, order.NumberOf(attempt), attempt.OpenedAt,
            order.Terms.Total, order.Terms.Capture, attempt.ChannelTradeNo);
}
