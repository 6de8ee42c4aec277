namespace PayFunctions.Orders;

/// <summary>When somebody must look at an order that no call is about.</summary>
internal static class WakeUpSchedule
{
    /// <summary>The next moment at which something is due, or null for a terminal order.</summary>
    public static DateTimeOffset? NextAt(Order order)
        => order.IsTerminal
            ? null
            : order.OpenAttempts()
                .Select(a => a.AskAt ?? order.ExpiresAt)
                .DefaultIfEmpty(order.ExpiresAt)
                .Min();

    /// <summary>
    /// Whether a look at <paramref name="nextAt"/> needs a message of its own: the one that stands
    /// may come too late, or be spent.
    /// </summary>
    public static bool NeedsMessage(WakeUp? standing, DateTimeOffset nextAt, DateTimeOffset now)
        => standing is null || standing.At <= now || standing.At > nextAt;
}
