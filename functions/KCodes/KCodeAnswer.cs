using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Movements;
using PayFunctions.Orders;

namespace PayFunctions.KCodes;

/// <summary>
/// Applies what a bank says to the wish for a code. Where nothing could be learned the payer may
/// have it all the same: nothing is asked twice.
/// </summary>
internal sealed partial class KCodeAnswer(OrderCommit commit, ILogger<KCodeAnswer> logger)
{
    /// <summary>Applies it; the order afterwards.</summary>
    public async Task<KCodeResult> ApplyAsync(
        Order order, Attempt attempt, KCodeSending said, bool isNew,
        CancellationToken cancellation)
    {
        switch (said)
        {
            case KCodeSent:
                return new KCodeKnown(
                    await CommitAsync(order, new ConfirmKCode(attempt.Number), cancellation),
                    isNew);
            case KCodeNotSigned sign:
                return new KCodeKnown(
                    await CommitAsync(
                        order, new RefuseKCode(attempt.Number, sign.Page.AbsoluteUri),
                        cancellation),
                    isNew);
            case KCodeRefused refused:
                await CommitAsync(order, new RefuseKCode(attempt.Number), cancellation);
                return new KCodeDenied(refused.Reason);
            case KCodeUndecided undecided:
                Log.Undecided(logger, order.Id.Value, attempt.Number, undecided.Reason);
                return new KCodeKnown(order, isNew);
            default:
                throw new ArgumentOutOfRangeException(nameof(said));
        }
    }

    private async Task<Order> CommitAsync(
        Order order, OrderCommand command, CancellationToken cancellation)
        => await commit.ApplyAsync(order.Id, command, cancellation) switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => order,
        };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Order {TransactionId} attempt {Attempt}: whether a code was sent is not known: "
            + "{Reason}.")]
        public static partial void Undecided(
            ILogger logger, string transactionId, int attempt, string reason);
    }
}
