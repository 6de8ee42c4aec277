namespace PayFunctions.Orders;

/// <summary>What a command does to an order.</summary>
internal abstract record OrderDecision;

/// <summary>Done before: the answer is the order as it is.</summary>
internal sealed record Replayed(Order Order) : OrderDecision;

/// <summary>Not done, and why.</summary>
internal sealed record Refused(OrderRefusal Why) : OrderDecision;

/// <summary>
/// The next order, what happened, and whether the merchant is told; of a refund where it has a
/// number.
/// </summary>
internal sealed record Moved(
    Order Order, OrderEvent Event, bool TellsMerchant = false, int? Refund = null)
    : OrderDecision;
