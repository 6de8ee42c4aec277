using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>An order's place in the list of its application.</summary>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Id">The order.</param>
internal readonly record struct OrderListing(DateTimeOffset CreatedAt, OrderId Id);
