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

    /// <summary>Between two questions while a payer stands at the till.</summary>
    public static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(5);

    /// <summary>How long a payer at the till has to confirm.</summary>
    public static readonly TimeSpan PollFor = TimeSpan.FromSeconds(45);

    /// <summary>
    /// When to ask next; never sleeping over the moment the order expires, nor over the end of a
    /// payer's time at the till.
    /// </summary>
    public static DateTimeOffset NextAt(Order order, Attempt attempt, DateTimeOffset now)
    {
        if (attempt.PollUntil > now)
        {
            return Earlier(now + PollEvery, attempt.PollUntil.Value);
        }

        var next = now + (attempt.PollUntil is { } until
            ? RepeatAfter(now - until)
            : PauseAfter(attempt.Asks));
        return now < order.ExpiresAt ? Earlier(next, order.ExpiresAt) : next;
    }

    /// <summary>
    /// The pause before a cancel that was not answered is repeated, that long after the payer's
    /// time at the till was over: as long again, so 5, 5, 10, 20 … seconds, at most
    /// <see cref="Longest"/>.
    /// </summary>
    public static TimeSpan RepeatAfter(TimeSpan over)
        => over < PollEvery ? PollEvery : over < Longest ? over : Longest;

    /// <summary>
    /// The pause after the question with that number: 10, 20, 40, 60, 60 … minutes.
    /// </summary>
    public static TimeSpan PauseAfter(int asks)
    {
        const int doublingsThatFit = 3;
        var pause = First * (1 << Math.Clamp(asks, 0, doublingsThatFit));
        return pause < Longest ? pause : Longest;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other)
        => one < other ? one : other;
}
