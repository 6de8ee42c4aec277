namespace PayFunctions.Orders;

/// <summary>When to ask a channel about an attempt it has said nothing about.</summary>
internal static class AskSchedule
{
    /// <summary>The first question; also when a new order is first looked at.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    /// <summary>The longest pause between two questions.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// After that many questions without a verdict a human is called, and asking goes on.
    /// </summary>
    public const int AsksUntilAlarm = 24;

    /// <summary>When to ask next; never sleeping over the moment the order expires.</summary>
    public static DateTimeOffset NextAt(Order order, int asks, DateTimeOffset now)
    {
        var next = now + PauseAfter(asks);
        return now < order.ExpiresAt && next > order.ExpiresAt ? order.ExpiresAt : next;
    }

    /// <summary>
    /// The pause after the question with that number: 10, 20, 40, 60, 60 … minutes.
    /// </summary>
    public static TimeSpan PauseAfter(int asks)
    {
        const int doublingsThatFit = 3;
        var pause = First * (1 << Math.Clamp(asks, 0, doublingsThatFit));
        return pause < Longest ? pause : Longest;
    }
}
