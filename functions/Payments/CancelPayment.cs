using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Cancels an order whose outcome nobody knows: each open attempt is asked about a last time and
/// undone at its channel. Paid is paid: that is refunded, not cancelled.
/// </summary>
internal sealed class CancelPayment(
    IOrderStore orders, ChannelCancel cancel, OrderCommit commit)
{
    /// <summary>The order afterwards, or why it is not cancelled.</summary>
    public async Task<CancelResult> RunAsync(OrderId id, CancellationToken cancellation)
    {
        if (await orders.FindAsync(id, cancellation) is not { } stored)
        {
            return new NotCancelled(OrderRefusal.OrderNotFound);
        }

        if (!stored.Order.IsTerminal)
        {
            foreach (var attempt in stored.Order.OpenAttempts())
            {
                if ((await cancel.RunAsync(stored, attempt, cancellation)).CannotEnd)
                {
                    return new CancelUnsupported();
                }

                stored = await orders.FindAsync(id, cancellation) ?? stored;
            }
        }

        return await commit.ApplyAsync(id, stored, new CancelOrder(), cancellation) switch
        {
            Moved moved => new OrderCancelled(moved.Order),
            Replayed replayed => new OrderCancelled(replayed.Order),
            Refused refused => new NotCancelled(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }
}
