namespace PayFunctions.Orders;

/// <summary>When to ask a channel about a refund it has said nothing about.</summary>
internal static class RefundSchedule
{
    /// <summary>
    /// How long the call that asked for the refund has for it, before anybody else looks; longer
    /// than any channel's answer may take.
    /// </summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(20);

    /// <summary>The longest pause between two questions.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The pause before a refund of ours that failed is made under a new number.
    /// </summary>
    public static readonly TimeSpan NewNumberAfter = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a refund waits for the batch that it goes with, where nobody knows whether the
    /// channel took that: what it still does not have is then sent by itself.
    /// </summary>
    public static readonly TimeSpan AloneAfter = TimeSpan.FromHours(2);

    /// <summary>
    /// After that many questions without a verdict a human is called, and asking goes on.
    /// </summary>
    public const int AsksUntilAlarm = 24;

    /// <summary>The pause after the question with that number: 20, 40, 80 … seconds.</summary>
    public static TimeSpan PauseAfter(int asks)
    {
        const int doublingsThatFit = 8;
        var pause = First * (1 << Math.Clamp(asks, 0, doublingsThatFit));
        return pause < Longest ? pause : Longest;
    }
}
