namespace PayFunctions.Orders;

/// <summary>When to ask a channel about an attempt it has said nothing about.</summary>
internal static class AskSchedule
{
    /// <summary>The first question; also when a new order is first looked at.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    /// <summary>The longest pause between two questions.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// After that many questions in a row that were not answered a human is called, and asking goes
    /// on. A payer who takes his time is no cause.
    /// </summary>
    public const int SilencesUntilAlarm = 24;

    /// <summary>Between two questions while a payer stands at the till.</summary>
    public static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(5);

    /// <summary>How long a payer at the till has to confirm.</summary>
    public static readonly TimeSpan PollFor = TimeSpan.FromSeconds(45);

    /// <summary>
    /// How long a call has for a cancel before anybody else looks; longer than any channel's answer
    /// may take.
    /// </summary>
    public static readonly TimeSpan CancelFor = TimeSpan.FromSeconds(20);

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

        var next = now + ((attempt.CancelAskedAt ?? attempt.PollUntil ?? attempt.KCode?.PayingSince)
            is { } since
            ? RepeatAfter(now - since)
            : PauseAfter(attempt.Asks));
        return now < order.ExpiresAt ? Earlier(next, order.ExpiresAt) : next;
    }

    /// <summary>
    /// The pause before a cancel that was not answered is repeated, that long after it was first
    /// asked, or after the payer's time at the till was over, and before the next question about a
    /// code that was entered: as long again, so 5, 5, 10, 20 …
    /// seconds, at most <see cref="Longest"/>.
    /// </summary>
    public static TimeSpan RepeatAfter(TimeSpan since)
        => since < PollEvery ? PollEvery : since < Longest ? since : Longest;

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
