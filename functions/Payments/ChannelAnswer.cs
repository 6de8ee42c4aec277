using Microsoft.Extensions.Logging;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Applies what a channel says about an attempt. What the order's rules refuse is an alarm, and the
/// attempt stays undecided; so is a silence that lasts too long.
/// </summary>
internal sealed partial class ChannelAnswer(OrderCommit commit, ILogger<ChannelAnswer> logger)
{
    /// <summary>Applies it to an order that was just read.</summary>
    public async Task<OrderDecision> ApplyAsync(
        StoredOrder stored, Attempt attempt, OrderCommand answer,
        CancellationToken cancellation)
        => await HearAsync(
            stored.Order.Id, attempt, answer,
            await commit.ApplyAsync(stored.Order.Id, stored, answer, cancellation),
            cancellation);

    /// <summary>Applies it to an order that is read first.</summary>
    public async Task<OrderDecision> ApplyAsync(
        OrderId id, Attempt attempt, OrderCommand answer, CancellationToken cancellation)
        => await HearAsync(
            id, attempt, answer, await commit.ApplyAsync(id, answer, cancellation), cancellation);

    private async Task<OrderDecision> HearAsync(
        OrderId id, Attempt attempt, OrderCommand answer, OrderDecision decision,
        CancellationToken cancellation)
    {
        if (decision is Refused { Why: OrderRefusal.CancelUnderWay })
        {
            // It is older than the cancel, whose answer will say what became of it.
            return decision;
        }

        if (decision is Refused refused)
        {
            Log.AnswerRefused(logger, id.Value, attempt.Number, refused.Why);
            return await commit.ApplyAsync(
                id, new Undecided(attempt.Number), cancellation);
        }

        if (answer is Undecided { Heard: false }
            && attempt.Silences >= AskSchedule.SilencesUntilAlarm)
        {
            Log.Silent(logger, id.Value, attempt.Number, attempt.Silences);
        }

        return decision;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM channel_silent: order {TransactionId} attempt {Attempt} was asked about "
            + "{Silences} times without an answer; look it up at the channel.")]
        public static partial void Silent(
            ILogger logger, string transactionId, int attempt, int silences);

        [LoggerMessage(2, LogLevel.Error,
            "ALARM channel_contradiction: order {TransactionId} attempt {Attempt}: {Why}.")]
        public static partial void AnswerRefused(
            ILogger logger, string transactionId, int attempt, OrderRefusal why);
    }
}
