using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Refunds;

/// <summary>
/// What a refund is. While it is undecided its channel is asked too, at most once in a few seconds.
/// </summary>
internal sealed class QueryRefund(
    IOrderStore orders, IRefundNumberStore numbers, RefundQuestion question,
    RefundAnswer answer, AskCooldown cooldown, TimeProvider time)
{
    /// <summary>The refund, or null when the application has none of that number.</summary>
    public async Task<RefundKnown?> RunAsync(
        Application application, string outRequestNo, CancellationToken cancellation)
    {
        if (await numbers.FindAsync(application.AppId, outRequestNo, cancellation)
                is not { } id
            || await orders.FindAsync(id, cancellation) is not { } stored
            || stored.Order.FindRefund(outRequestNo) is not { } refund)
        {
            return null;
        }

        var order = MayAsk(refund) && cooldown.TryEnter(id)
            ? await AskAsync(stored, refund, cancellation)
            : stored.Order;
        return new RefundKnown(order, order.FindRefund(refund.Number)!, IsNew: false);
    }

    /// <summary>
    /// Not while the call that sends it may still run: a channel that has not heard of it yet
    /// would be sent it twice at once.
    /// </summary>
    private bool MayAsk(Refund refund)
        => refund.State == RefundState.Processing
            && time.GetUtcNow() >= refund.RequestedAt + RefundSchedule.First;

    private async Task<Order> AskAsync(
        StoredOrder stored, Refund refund, CancellationToken cancellation)
    {
        var said = await question.AskAsync(stored.Order, refund, cancellation);
        if (said is UndecidedRefund)
        {
            return stored.Order;
        }

        return await answer.ApplyAsync(
            stored.Order.Id, stored, refund, said, cancellation) switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => stored.Order,
        };
    }
}
