using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>An order as it was read, with the ETag that guards its next write.</summary>
internal sealed record StoredOrder(Order Order, string ETag);
