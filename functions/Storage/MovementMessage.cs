using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>"Order X reaches version n." The consumer reads the order, not this.</summary>
/// <param name="Id">The order.</param>
/// <param name="Version">The version that will be, or is, committed.</param>
/// <param name="AnnouncedAt">When it was announced; a version that never comes is dropped by
/// it.</param>
/// <param name="IsHastened">It was the order's delayed message: an order that still counts on that
/// one needs another.</param>
internal sealed record MovementMessage(
    OrderId Id, int Version, DateTimeOffset AnnouncedAt, bool IsHastened = false);
