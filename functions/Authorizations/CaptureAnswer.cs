using Microsoft.Extensions.Logging;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Authorizations;

/// <summary>
/// Applies to a hold what became of a capture. What the hold's rules refuse is an alarm: money was
/// taken, or not, against what the books say.
/// </summary>
internal sealed partial class CaptureAnswer(OrderCommit commit, ILogger<CaptureAnswer> logger)
{
    /// <summary>Applies it; the hold as it was last read may be given.</summary>
    public async Task<OrderDecision> ApplyAsync(
        OrderId hold, StoredOrder? known, OrderCommand said, CancellationToken cancellation)
    {
        var decision = known is null
            ? await commit.ApplyAsync(hold, said, cancellation)
            : await commit.ApplyAsync(hold, known, said, cancellation);
        if (decision is Refused refused)
        {
            Log.Contradiction(logger, hold.Value, said.ToString(), refused.Why);
        }

        return decision;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM hold_contradiction: hold {TransactionId} was told {Said}: {Why}; compare it "
            + "with the channel and settle the difference by hand.")]
        public static partial void Contradiction(
            ILogger logger, string transactionId, string said, OrderRefusal why);
    }
}
