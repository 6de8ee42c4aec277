using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>Shows the operator an order with its whole history. Nothing is asked and nothing
/// moves.</summary>
internal sealed class ShowHistory(IOrderStore orders, IOrderEntryStore entries)
{
    /// <summary>The history, or null when there is no such order.</summary>
    public async Task<OrderHistory?> RunAsync(OrderId id, CancellationToken cancellation)
        => await orders.FindFileAsync(id, cancellation) is { } file
            ? new OrderHistory(
                file.Order.Order, await entries.FindAsync(id, cancellation), file.Notices)
            : null;
}
