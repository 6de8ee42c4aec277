using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Undoes an attempt at its channel, as often as it takes to hear what that did. That it is asked
/// is committed first: the money of a payment that is told meanwhile may have gone back.
/// </summary>
internal sealed class ChannelCancel(
    ChannelQuestion question, ChannelAnswer answer, OrderCommit commit)
{
    /// <summary>
    /// Asks a last time and, where nobody knows, cancels. What cannot be cancelled is ended.
    /// </summary>
    public async Task<CancelAnswer> RunAsync(
        StoredOrder stored, Attempt attempt, CancellationToken cancellation)
    {
        if (!question.CanCancel(attempt))
        {
            var ended = await question.EndAsync(stored.Order, attempt, cancellation);
            var command = ended.Command is Decline
                ? new Revoke(attempt.Number, attempt.Account, Refunded: null)
                : ended.Command;
            return new CancelAnswer(
                await answer.ApplyAsync(stored, attempt, command, cancellation),
                ended.CannotEnd);
        }

        return new CancelAnswer(
            attempt.CancelAskedAt is null
                && await question.AskAsync(stored.Order, attempt, cancellation)
                    is not Undecided and var known
                    ? await answer.ApplyAsync(stored, attempt, known, cancellation)
                    : await CancelAsync(stored, attempt, cancellation),
            CannotEnd: false);
    }

    private async Task<OrderDecision> CancelAsync(
        StoredOrder stored, Attempt attempt, CancellationToken cancellation)
    {
        var id = stored.Order.Id;
        var begun = await commit.ApplyAsync(
            id, stored, new BeginCancel(attempt.Number), cancellation);
        var order = begun switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => null,
        };
        if (order?.FindAttempt(attempt.Number)
            is not { State: AttemptState.Open } current)
        {
            // Somebody else was quicker.
            return begun;
        }

        var said = await question.CancelAsync(order, current, cancellation);
        var decision = await answer.ApplyAsync(id, current, said, cancellation);
        return said is DropCancel
            ? await answer.ApplyAsync(
                id, current, await question.AskAsync(order, current, cancellation), cancellation)
            : decision;
    }
}
