using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Refunds;

/// <summary>Asks a channel about one refund, or sends it, and applies the answer.</summary>
internal sealed class FollowRefund(RefundQuestion question, RefundAnswer answer)
{
    /// <summary>Runs for an order that was just read.</summary>
    public async Task<OrderDecision> RunAsync(
        StoredOrder stored, Refund refund, CancellationToken cancellation)
        => await answer.ApplyAsync(
            stored.Order.Id, stored, refund,
            await question.AskAsync(stored.Order, refund, cancellation), cancellation);
}
