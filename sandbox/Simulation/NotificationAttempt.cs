namespace PayFunctions.Sandbox.Simulation;

/// <summary>One attempt to notify.</summary>
/// <param name="At">When it began.</param>
/// <param name="Status">The HTTP status, where there was an answer.</param>
/// <param name="Answer">The beginning of the body, or why there was none.</param>
/// <param name="Outcome">One of the four below.</param>
internal sealed record NotificationAttempt(
    DateTimeOffset At, int? Status, string Answer, string Outcome)
{
    /// <summary>The merchant answered as the channel wants.</summary>
    public const string Accepted = "accepted";

    /// <summary>The merchant answered something else.</summary>
    public const string Refused = "refused";

    /// <summary>No answer came.</summary>
    public const string Failed = "failed";

    /// <summary>It was lost on the way, as ordered.</summary>
    public const string Lost = "lost";
}
