using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>"Order X reaches version n." The consumer reads the order, not this.</summary>
/// <param name="Id">The order.</param>
/// <param name="Version">The version that will be, or is, committed.</param>
/// <param name="AnnouncedAt">When it was announced; a version that never comes is dropped by
/// it.</param>
/// <param name="IsHastened">It was the order's delayed message: an order that still counts on that
/// one needs another.</param>
/// <param name="DueAt">Before that it should not come. One that does, because somebody made it
/// visible or a clock was set back, may be the order's delayed message: likewise.</param>
internal sealed record MovementMessage(
    OrderId Id, int Version, DateTimeOffset AnnouncedAt, bool IsHastened = false,
    DateTimeOffset? DueAt = null)
{
    /// <summary>Whether the order may count on this message although it is spent.</summary>
    public bool IsSpentAt(DateTimeOffset now)
        => IsHastened || DueAt > now + WakeUpSchedule.ClockSkew;
}
