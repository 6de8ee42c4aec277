using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>
/// Which order a merchant's out_request_no belongs to: the first one that claimed it, for ever.
/// </summary>
internal interface IRefundNumberStore
{
    /// <summary>Claims the number for an order; the order that has it.</summary>
    Task<OrderId> ClaimAsync(
        string appId, string outRequestNo, OrderId order, CancellationToken cancellation);

    /// <summary>The order that has the number, or null. One point read.</summary>
    Task<OrderId?> FindAsync(
        string appId, string outRequestNo, CancellationToken cancellation);
}
