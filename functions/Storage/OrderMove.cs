using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>What one move writes, in one batch of the order's own partition.</summary>
/// <param name="Next">The order after the move.</param>
/// <param name="ReplacesETag">The version it replaces; null for a new order.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Notice">News for the merchant, if the move makes any.</param>
internal sealed record OrderMove(
    Order Next, string? ReplacesETag, OrderEvent Event, DateTimeOffset At, Notice? Notice);
