using Microsoft.Extensions.Logging;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Refunds;

/// <summary>
/// Applies what a channel says about a refund. What the order's rules refuse is an alarm, and so
/// is a silence that lasts too long. A failure is one when its news goes out.
/// </summary>
internal sealed partial class RefundAnswer(OrderCommit commit, ILogger<RefundAnswer> logger)
{
    /// <summary>Applies it; the order as it was last read may be given.</summary>
    public async Task<OrderDecision> ApplyAsync(
        OrderId id, StoredOrder? known, Refund refund, OrderCommand answer,
        CancellationToken cancellation)
    {
        var decision = known is null
            ? await commit.ApplyAsync(id, answer, cancellation)
            : await commit.ApplyAsync(id, known, answer, cancellation);
        Warn(id, refund, answer, decision);
        return decision is Refused && answer is not UndecidedRefund
            ? await commit.ApplyAsync(id, new UndecidedRefund(refund.Number), cancellation)
            : decision;
    }

    private void Warn(OrderId id, Refund refund, OrderCommand answer, OrderDecision decision)
    {
        if (decision is Refused refused)
        {
            Log.Contradiction(logger, id.Value, refund.Number, refused.Why);
        }
        else if (answer is UndecidedRefund && refund.Asks >= RefundSchedule.AsksUntilAlarm)
        {
            Log.NoVerdict(logger, id.Value, refund.Number, refund.Asks);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM refund_silent: order {TransactionId} refund {Refund} was asked about {Asks} "
            + "times without a verdict; look it up at the channel.")]
        public static partial void NoVerdict(
            ILogger logger, string transactionId, int refund, int asks);

        [LoggerMessage(2, LogLevel.Error,
            "ALARM refund_contradiction: order {TransactionId} refund {Refund}: {Why}.")]
        public static partial void Contradiction(
            ILogger logger, string transactionId, int refund, OrderRefusal why);
    }
}
