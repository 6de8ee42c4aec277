namespace PayFunctions.Sandbox.Alipay;

/// <summary>One attempt to notify.</summary>
/// <param name="At">When it began.</param>
/// <param name="Status">The HTTP status, where there was an answer.</param>
/// <param name="Answer">The beginning of the body.</param>
/// <param name="Outcome">accepted, refused, failed or lost.</param>
internal sealed record NotificationAttempt(
    DateTimeOffset At, int? Status, string Answer, string Outcome)
{
    /// <summary>The outcome of an attempt that was answered <c>success</c>.</summary>
    public const string Accepted = "accepted";
}
