using PayFunctions.Orders;

namespace PayFunctions.Movements;

/// <summary>An order changed under every try. The caller may simply ask again.</summary>
internal sealed class OrderContendedException(OrderId id)
    : Exception($"Order {id} changed during every one of {OrderCommit.MaxTries} tries.");
