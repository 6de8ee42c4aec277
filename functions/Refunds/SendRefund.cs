using PayFunctions.Orders;

namespace PayFunctions.Refunds;

/// <summary>Sends a refund that was just begun, and applies what the channel says at once.
/// </summary>
internal sealed class SendRefund(RefundQuestion question, RefundAnswer answer)
{
    /// <summary>Runs for whoever has just committed it.</summary>
    public async Task<RefundKnown> RunAsync(RefundBegun begun, CancellationToken cancellation)
    {
        var (stored, refund) = begun;
        var order = stored.Order;
        var said = await question.SendAsync(order, refund, cancellation);
        if (said is UndecidedRefund)
        {
            // Its first question is due soon in any case.
            return new RefundKnown(order, refund, IsNew: true);
        }

        var decision = await answer.ApplyAsync(order.Id, stored, refund, said, cancellation);
        var next = decision switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => order,
        };
        return new RefundKnown(next, next.FindRefund(refund.Number)!, IsNew: true);
    }
}
