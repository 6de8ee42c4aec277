using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Movements;

/// <summary>What was decided about an order, and how it stands.</summary>
/// <param name="Decision">What the rules say.</param>
/// <param name="Stored">The order, with the ETag of its next write: as it was written, or as it was
/// read where nothing was; null when there is none.</param>
internal sealed record Committed(OrderDecision Decision, StoredOrder? Stored);
