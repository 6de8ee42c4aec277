using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Refunds;

/// <summary>How the wish for a refund ended.</summary>
internal abstract record RefundResult;

/// <summary>The refund as it is now.</summary>
/// <param name="Order">The order afterwards.</param>
/// <param name="Refund">Its refund.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record RefundKnown(Order Order, Refund Refund, bool IsNew) : RefundResult;

/// <summary>The refund was made by this call, and is not sent yet.</summary>
/// <param name="Stored">The order as it was written.</param>
/// <param name="Refund">Its refund.</param>
internal sealed record RefundBegun(StoredOrder Stored, Refund Refund) : RefundResult
{
    /// <summary>The order.</summary>
    public Order Order => Stored.Order;
}

/// <summary>There is none, and why.</summary>
internal sealed record RefundRefused(OrderRefusal Why) : RefundResult;

/// <summary>The channel of the payment cannot refund.</summary>
internal sealed record RefundUnsupported : RefundResult;
