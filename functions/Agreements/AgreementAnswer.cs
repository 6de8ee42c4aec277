using Microsoft.Extensions.Logging;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Agreements;

/// <summary>
/// Applies to an agreement what became of a debit, or of its end. What its rules refuse is an
/// alarm; so is an end that the channel does not confirm for long.
/// </summary>
internal sealed partial class AgreementAnswer(OrderCommit commit, ILogger<AgreementAnswer> logger)
{
    /// <summary>Applies it to an agreement as it was last read.</summary>
    public async Task<OrderDecision> ApplyAsync(
        StoredOrder agreement, OrderCommand said, CancellationToken cancellation)
    {
        var id = agreement.Order.Id;
        var decision = await commit.ApplyAsync(id, agreement, said, cancellation);
        if (decision is Refused refused)
        {
            Log.Contradiction(logger, id.Value, said.ToString(), refused.Why);
        }

        if (said is UndecidedUnsign
            && agreement.Order.End?.Asks == RefundSchedule.AsksUntilAlarm)
        {
            Log.NotEnded(logger, id.Value, RefundSchedule.AsksUntilAlarm);
        }

        return decision;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM agreement_contradiction: agreement {AgreementId} was told {Said}: {Why}; "
            + "compare it with the channel and settle the difference by hand.")]
        public static partial void Contradiction(
            ILogger logger, string agreementId, string said, OrderRefusal why);

        [LoggerMessage(2, LogLevel.Error,
            "ALARM agreement_not_ended: the channel was told {Asks} times to end agreement "
            + "{AgreementId} and has not confirmed it; end it there by hand.")]
        public static partial void NotEnded(ILogger logger, string agreementId, int asks);
    }
}
