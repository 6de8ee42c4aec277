using System.Collections.Immutable;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Closes an unpaid order, for the merchant or because its time is up. Every open attempt is ended
/// at its channel first, where the channel can; what a channel says instead is applied instead.
/// </summary>
internal sealed class ClosePayment(
    IOrderStore orders, ChannelQuestion question, ChannelAnswer answer, OrderCommit commit)
{
    /// <summary>
    /// How often it starts again because the payer opened another attempt meanwhile.
    /// </summary>
    public const int MaxRounds = 3;

    /// <summary>The merchant closes.</summary>
    public Task<OrderDecision> RunAsync(OrderId id, CancellationToken cancellation)
        => EndAsync(id, static (ended, left) => new Close(ended, left), cancellation);

    /// <summary>Time closes.</summary>
    public Task<OrderDecision> ExpireAsync(OrderId id, CancellationToken cancellation)
        => EndAsync(id, static (ended, left) => new Expire(ended, left), cancellation);

    private async Task<OrderDecision> EndAsync(
        OrderId id, Func<ImmutableHashSet<int>, ImmutableHashSet<int>, OrderCommand> command,
        CancellationToken cancellation)
    {
        OrderDecision decision = new Refused(OrderRefusal.AttemptOpen);
        for (var round = 0; round < MaxRounds; round++)
        {
            var stored = await orders.FindAsync(id, cancellation);
            var answers = await EndAttemptsAsync(stored, cancellation);
            var ended = Numbers(answers, static a => a.Command is Decline);
            var left = Numbers(answers, static a => a.CannotEnd);
            if (ended.Count + left.Count < stored?.Order.OpenAttempts().Count())
            {
                return await ApplyInsteadAsync(
                    stored, answers, command([], []), cancellation);
            }

            decision = await commit.ApplyAsync(id, stored, command(ended, left), cancellation);
            if (decision is not Refused { Why: OrderRefusal.AttemptOpen })
            {
                return decision;
            }
        }

        return decision;
    }

    /// <summary>
    /// Asks about all of them: one that stays silent must not hide another's money. One whose
    /// cancel is under way is left to that.
    /// </summary>
    private async Task<List<(Attempt Attempt, EndAnswer Answer)>> EndAttemptsAsync(
        StoredOrder? stored, CancellationToken cancellation)
    {
        List<(Attempt Attempt, EndAnswer Answer)> answers = [];
        if (stored is { Order.IsTerminal: false })
        {
            foreach (var attempt in stored.Order.OpenAttempts()
                .Where(static a => a.CancelAskedAt is null))
            {
                answers.Add((
                    attempt, await question.EndAsync(stored.Order, attempt, cancellation)));
            }
        }

        return answers;
    }

    /// <summary>A paid order cannot be closed, and an undecided one not yet: the rules say it.
    /// </summary>
    private async Task<OrderDecision> ApplyInsteadAsync(
        StoredOrder stored, List<(Attempt Attempt, EndAnswer Answer)> answers,
        OrderCommand command, CancellationToken cancellation)
    {
        foreach (var (attempt, said) in answers)
        {
            await answer.ApplyAsync(stored, attempt, said.Command, cancellation);
            stored = await orders.FindAsync(stored.Order.Id, cancellation) ?? stored;
        }

        return await commit.ApplyAsync(stored.Order.Id, stored, command, cancellation);
    }

    private static ImmutableHashSet<int> Numbers(
        List<(Attempt Attempt, EndAnswer Answer)> answers, Func<EndAnswer, bool> which)
        => [.. answers.Where(a => which(a.Answer)).Select(static a => a.Attempt.Number)];
}
