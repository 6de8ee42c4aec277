namespace PayFunctions.Orders;

/// <summary>When somebody must look at an order that no call is about.</summary>
internal static class WakeUpSchedule
{
    /// <summary>
    /// How far clocks may be apart: a message due within that may be in a reader's hand.
    /// </summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The next moment at which something is due, or null when nothing ever is: the order is
    /// terminal, none of its attempts can be paid any more, no refund and no capture is under way,
    /// nothing is held, and no agreement is in force or ending.
    /// </summary>
    public static DateTimeOffset? NextAt(Order order)
        => order.OpenAttempts()
            .Select(a => (DateTimeOffset?)(a.AskAt ?? order.ExpiresAt))
            .DefaultIfEmpty(order.IsTerminal ? null : order.ExpiresAt)
            .Concat(order.OpenRefunds().Select(static r => r.AskAt))
            .Concat(order.OpenCaptures().Select(static c => c.AskAt))
            .Append(CaptureRules.ReleaseAt(order))
            .Append(AgreementRules.NextAt(order))
            .Min();

    /// <summary>
    /// The order's delayed message, where it is sure to come. Of an order with nothing due it may
    /// have been taken back.
    /// </summary>
    public static WakeUp? StandingOf(Order? order)
        => order is null || NextAt(order) is null ? null : order.WakeUp;

    /// <summary>
    /// Whether a look at <paramref name="nextAt"/> needs a message of its own: the one that stands
    /// may come too late, or be spent.
    /// </summary>
    public static bool NeedsMessage(WakeUp? standing, DateTimeOffset nextAt, DateTimeOffset now)
        => standing is null || standing.At <= now + ClockSkew || standing.At > nextAt;
}
