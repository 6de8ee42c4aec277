using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Announcements: "look at this order". Sent before the commit they announce.</summary>
internal interface IMovementQueue
{
    /// <summary>
    /// Announces that an order reaches a version; visible after the delay, and never before
    /// <see cref="WakeUp.At"/>.
    /// </summary>
    Task<WakeUp> AnnounceAsync(
        MovementMessage message, TimeSpan delay, CancellationToken cancellation);

    /// <summary>
    /// Makes a delayed message the announcement, visible at once: one write instead of a new
    /// message and the removal of this one. False when it is spent, or being read this moment.
    /// </summary>
    Task<bool> HastenAsync(
        WakeUp standing, MovementMessage message, CancellationToken cancellation);

    /// <summary>Takes back a delayed message that nobody needs; a spent one is no error.</summary>
    Task CancelAsync(WakeUp wakeUp, CancellationToken cancellation);
}
