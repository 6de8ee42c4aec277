using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>An order, whole: as it is, and how it came to be so.</summary>
/// <param name="Order">The order.</param>
/// <param name="Entries">Every move, the first one first.</param>
/// <param name="Notices">What the merchant was told, and every attempt to.</param>
internal sealed record OrderHistory(
    Order Order, IReadOnlyList<OrderEntry> Entries, IReadOnlyList<StoredNotice> Notices);
