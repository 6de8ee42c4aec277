using System.Collections.Immutable;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Closes an unpaid order, for the merchant or because its time is up. Every open attempt is ended at
/// its channel first; what the channel says instead is applied instead.
/// </summary>
internal sealed class ClosePayment(
    IOrderStore orders, ChannelQuestion question, OrderCommit commit)
{
    /// <summary>How often it starts again because the payer opened another attempt meanwhile.</summary>
    public const int MaxRounds = 3;

    /// <summary>The merchant closes.</summary>
    public Task<OrderDecision> RunAsync(OrderId id, CancellationToken cancellation)
        => EndAsync(id, static ended => new Close(ended), cancellation);

    /// <summary>Time closes.</summary>
    public Task<OrderDecision> ExpireAsync(OrderId id, CancellationToken cancellation)
        => EndAsync(id, static ended => new Expire(ended), cancellation);

    private async Task<OrderDecision> EndAsync(
        OrderId id, Func<ImmutableHashSet<int>, OrderCommand> command,
        CancellationToken cancellation)
    {
        OrderDecision decision = new Refused(OrderRefusal.AttemptOpen);
        for (var round = 0; round < MaxRounds; round++)
        {
            var stored = await orders.FindAsync(id, cancellation);
            var open = stored is null || stored.Order.IsTerminal
                ? []
                : stored.Order.OpenAttempts().ToList();
            var ended = ImmutableHashSet<int>.Empty;
            foreach (var attempt in open)
            {
                var answer = await question.EndAsync(stored!.Order, attempt, cancellation);
                if (answer is not Decline)
                {
                    return await ApplyInsteadAsync(id, attempt, answer, cancellation);
                }

                ended = ended.Add(attempt.Number);
            }

            decision = await commit.ApplyAsync(id, stored, command(ended), cancellation);
            if (decision is not Refused { Why: OrderRefusal.AttemptOpen })
            {
                return decision;
            }
        }

        return decision;
    }

    /// <summary>A paid order cannot be closed; an undecided one not yet.</summary>
    private async Task<OrderDecision> ApplyInsteadAsync(
        OrderId id, Attempt attempt, OrderCommand answer, CancellationToken cancellation)
    {
        var decision = await commit.ApplyAsync(id, answer, cancellation);
        if (decision is Refused)
        {
            await commit.ApplyAsync(id, new Undecided(attempt.Number), cancellation);
            return new Refused(OrderRefusal.AttemptOpen);
        }

        return new Refused(
            answer is Succeed ? OrderRefusal.OrderPaid : OrderRefusal.AttemptOpen);
    }
}
