using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>
/// Asks a channel about an attempt and says its answer as a command to the order.
/// </summary>
internal sealed class ChannelQuestion(ChannelRouter channels, TimeProvider time)
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
                    await channel.QueryAsync(Trade(order, attempt), cancellation)))
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
            : new EndAnswer(new Undecided(attempt.Number), CannotEnd: true);
    }

    /// <summary>
    /// Asks a last time and, where nobody knows, undoes the trade: <see cref="Revoke"/>. What
    /// cannot be undone is ended.
    /// </summary>
    public async Task<EndAnswer> CancelAsync(
        Order order, Attempt attempt, CancellationToken cancellation)
    {
        if (channels.ForProduct<ICancelTrade>(attempt.Product) is not { } channel)
        {
            var ended = await EndAsync(order, attempt, cancellation);
            return ended.Command is Decline
                ? ended with { Command = Revoked(attempt, refunded: null) }
                : ended;
        }

        var asked = await AskAsync(order, attempt, cancellation);
        return new EndAnswer(
            asked is Undecided
                ? await channel.CancelAsync(Trade(order, attempt), cancellation) switch
                {
                    Cancelled => Revoked(attempt, refunded: null),
                    CancelledAndRefunded refunded => Revoked(
                        attempt, new RevokedPayment(refunded.ChannelTradeNo, refunded.At)),
                    CancelRefused => await AskAsync(order, attempt, cancellation),
                    _ => asked,
                }
                : asked,
            CannotEnd: false);
    }

    /// <summary>A channel's outcome as a command.</summary>
    public static OrderCommand CommandOf(Attempt attempt, ChannelOutcome outcome) => outcome switch
    {
        Succeeded paid => new Succeed(
            attempt.Number, attempt.Account, paid.Total, paid.ChannelTradeNo, paid.PaidAt),
        Declined => new Decline(attempt.Number, attempt.Account),
        Waiting or Unknown => new Undecided(attempt.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>
    /// A channel that cannot end a trade ends it by time: unpaid long after the order's end is
    /// unpaid for good.
    /// </summary>
    private ChannelOutcome Judge(Order order, IChannel channel, ChannelOutcome outcome)
        => outcome is Waiting && channel is not ICloseTrade
            && time.GetUtcNow() >= order.ExpiresAt + Grace
                ? new Declined("unpaid long after its end")
                : outcome;

    private static Revoke Revoked(Attempt attempt, RevokedPayment? refunded)
        => new(attempt.Number, attempt.Account, refunded);

    private static TradeReference Trade(Order order, Attempt attempt)
        => new(attempt.Account, attempt.Product, order.NumberOf(attempt), attempt.OpenedAt);
}
