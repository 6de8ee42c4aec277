using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>
/// Asks a channel about an attempt and says its answer as a command to the order.
/// </summary>
internal sealed class ChannelQuestion(ChannelRouter channels)
{
    /// <summary>Asks what became of the attempt.</summary>
    public async Task<OrderCommand> AskAsync(
        Order order, Attempt attempt, CancellationToken cancellation)
        => channels.ForProduct<IQueryTrade>(attempt.Product) is { } channel
            ? CommandOf(attempt, await channel.QueryAsync(Trade(order, attempt), cancellation))
            : new Undecided(attempt.Number);

    /// <summary>
    /// Asks what became of the attempt and, where it is unpaid, ends it at the channel.
    /// <see cref="Decline"/> says that it is ended.
    /// </summary>
    public async Task<OrderCommand> EndAsync(
        Order order, Attempt attempt, CancellationToken cancellation)
    {
        if (channels.ForProduct<IQueryTrade>(attempt.Product) is not { } asked)
        {
            return new Undecided(attempt.Number);
        }

        var trade = Trade(order, attempt);
        var outcome = await asked.QueryAsync(trade, cancellation);
        return outcome is Waiting
            && channels.ForProduct<ICloseTrade>(attempt.Product) is { } closed
                ? CommandOf(attempt, await closed.CloseAsync(trade, cancellation))
                : CommandOf(attempt, outcome);
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

    private static TradeReference Trade(Order order, Attempt attempt)
        => new(attempt.Account, order.NumberOf(attempt));
}
