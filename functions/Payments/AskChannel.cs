using Microsoft.Extensions.Logging;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Asks a channel about one attempt and applies the answer. An answer that the order's rules refuse is
/// an alarm, and the attempt stays undecided.
/// </summary>
internal sealed partial class AskChannel(
    ChannelQuestion question, OrderCommit commit, ILogger<AskChannel> logger)
{
    /// <summary>Runs for an order that was just read.</summary>
    public async Task<OrderDecision> RunAsync(
        StoredOrder stored, Attempt attempt, CancellationToken cancellation)
    {
        var command = await question.AskAsync(stored.Order, attempt, cancellation);
        var decision = await commit.ApplyAsync(
            stored.Order.Id, stored, command, cancellation);
        if (decision is Refused refused)
        {
            Log.AnswerRefused(logger, stored.Order.Id.Value, attempt.Number, refused.Why);
            return await commit.ApplyAsync(
                stored.Order.Id, new Undecided(attempt.Number), cancellation);
        }

        if (command is Undecided && attempt.Asks >= AskSchedule.AsksUntilAlarm)
        {
            Log.NoVerdict(logger, stored.Order.Id.Value, attempt.Number, attempt.Asks);
        }

        return decision;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM channel_silent: order {TransactionId} attempt {Attempt} was asked about "
            + "{Asks} times without a verdict; look it up at the channel.")]
        public static partial void NoVerdict(
            ILogger logger, string transactionId, int attempt, int asks);

        [LoggerMessage(2, LogLevel.Error,
            "ALARM channel_contradiction: order {TransactionId} attempt {Attempt}: {Why}.")]
        public static partial void AnswerRefused(
            ILogger logger, string transactionId, int attempt, OrderRefusal why);
    }
}
