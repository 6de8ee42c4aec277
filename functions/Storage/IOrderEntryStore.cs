using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>The moves of orders, as they were written with them; nobody changes one.</summary>
internal interface IOrderEntryStore
{
    /// <summary>Every move of an order, the first one first: one query of its partition.</summary>
    Task<IReadOnlyList<OrderEntry>> FindAsync(OrderId id, CancellationToken cancellation);
}
