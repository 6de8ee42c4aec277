using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Agreements;

/// <summary>
/// Ends an agreement for the merchant: from the commit on nothing is debited, then the channel is
/// told. What it says at once is in the answer; else it is told again until it is known.
/// </summary>
internal sealed class UnsignAgreement(
    IOrderStore orders, OrderCommit commit, UnsignQuestion question, AgreementAnswer answer)
{
    /// <summary>Runs for an agreement that was just read.</summary>
    public async Task<OrderDecision> RunAsync(
        StoredOrder agreement, CancellationToken cancellation)
    {
        var id = agreement.Order.Id;
        var decision = await commit.ApplyAsync(id, agreement, new RequestUnsign(), cancellation);
        if (decision is not Moved moved)
        {
            return decision;
        }

        var said = await question.SendAsync(moved.Order, cancellation);
        return said is EndAgreement
            && await orders.FindAsync(id, cancellation) is { } ending
            && await answer.ApplyAsync(ending, said, cancellation) is not Refused and var ended
                ? ended
                : moved;
    }
}
