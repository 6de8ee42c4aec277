namespace PayFunctions.Notifications;

/// <summary>One attempt to tell the merchant.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">A word: <c>accepted</c>, <c>not_accepted</c>, <c>timed_out</c> ….</param>
/// <param name="Status">The HTTP status, when there was an answer.</param>
/// <param name="Answer">The first 256 bytes of the answer as text.</param>
/// <param name="DurationMs">From connecting to the last byte, in milliseconds.</param>
internal sealed record NoticeAttempt(
    DateTimeOffset At, string Outcome, int? Status, string? Answer, long DurationMs)
{
    /// <summary>How much of an answer is kept.</summary>
    public const int AnswerBytesKept = 256;
}
