namespace PayFunctions.Notifications;

/// <summary>What an attempt to tell the merchant means for the notice.</summary>
internal static class NoticeRules
{
    /// <summary>The outcome of an attempt that the merchant accepted.</summary>
    public const string Accepted = "accepted";

    /// <summary>The outcome of an answer that says the address is gone.</summary>
    public const string Gone = "gone";

    /// <summary>The outcome of any other answer.</summary>
    public const string NotAccepted = "not_accepted";

    private const int StatusGone = 410;

    /// <summary>Reads an answer: the word with a 2xx status, 410, or anything else.</summary>
    public static string Judge(int status, string answer, string answerWord)
        => status switch
        {
            >= 200 and < 300 when string.Equals(
                answer.Trim(' ', '\t', '\r', '\n'), answerWord, StringComparison.Ordinal)
                => Accepted,
            StatusGone => Gone,
            _ => NotAccepted,
        };

    /// <summary>
    /// How long to wait for the next attempt, or null when there is none: it was accepted, it is
    /// gone,
    /// or the schedule (or the number of attempts that are kept) is used up.
    /// </summary>
    public static TimeSpan? DelayAfter(
        Notice notice, NoticeAttempt attempt, NotifySchedule schedule, TimeSpan? retryAfter)
        => notice.State != NoticeState.Delivered
            && attempt.Outcome is not (Accepted or Gone)
            && notice.NextAttempt < Notice.MaxAttempts
                ? schedule.DelayAfter(notice.NextAttempt, retryAfter)
                : null;

    /// <summary>The notice after the attempt. What was once delivered stays delivered.</summary>
    public static Notice After(Notice notice, NoticeAttempt attempt, TimeSpan? delay)
        => notice with
        {
            Attempts = notice.Attempts.Add(attempt),
            NextAttemptAt = delay is { } wait ? attempt.At + wait : null,
            State = (notice.State, attempt.Outcome, delay) switch
            {
                (NoticeState.Delivered, _, _) or (_, Accepted, _) => NoticeState.Delivered,
                (_, Gone, _) => NoticeState.Gone,
                (_, _, null) => NoticeState.Exhausted,
                _ => NoticeState.Pending,
            },
        };

    /// <summary>
    /// Whether a planned attempt is still wanted: it was not made, nor became needless.
    /// </summary>
    public static bool IsDue(Notice notice, int attempt)
        => attempt == notice.NextAttempt;
}
