using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>Asks a channel about one attempt and applies the answer.</summary>
internal sealed class AskChannel(
    ChannelQuestion question, ChannelAnswer answer, ChannelCancel cancel)
{
    /// <summary>Asks, for an order that was just read.</summary>
    public async Task<OrderDecision> RunAsync(
        StoredOrder stored, Attempt attempt, CancellationToken cancellation)
        => await answer.ApplyAsync(
            stored, attempt, await question.AskAsync(stored.Order, attempt, cancellation),
            cancellation);

    /// <summary>Asks, and ends at the channel what is unpaid.</summary>
    public async Task<OrderDecision> EndAsync(
        StoredOrder stored, Attempt attempt, CancellationToken cancellation)
        => await answer.ApplyAsync(
            stored, attempt,
            (await question.EndAsync(stored.Order, attempt, cancellation)).Command,
            cancellation);

    /// <summary>Asks a last time, and cancels what nobody knows.</summary>
    public async Task<OrderDecision> CancelAsync(
        StoredOrder stored, Attempt attempt, CancellationToken cancellation)
        => (await cancel.RunAsync(stored, attempt, cancellation)).Decision;
}
