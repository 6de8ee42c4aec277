namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// What can be made to go wrong at every channel, by the names the control interface uses. A
/// channel may add kinds of its own to its <see cref="FaultPlan"/>.
/// </summary>
internal static class Fault
{
    /// <summary>
    /// Orders one fault for one request: <c>kind</c>, or <c>kind;seconds=20;done</c>.
    /// </summary>
    public const string Header = "X-Sandbox-Fault";

    /// <summary>A notification attempt leaves and never arrives.</summary>
    public const string LostNotification = "lost_notification";

    /// <summary>A notification attempt arrives twice at once.</summary>
    public const string DoubleNotification = "double_notification";

    /// <summary>The first attempt of a notification leaves late.</summary>
    public const string LateNotification = "late_notification";

    /// <summary>A notification attempt carries a signature that does not fit.</summary>
    public const string WrongSignature = "wrong_signature";

    /// <summary>An answer carries a signature that does not fit.</summary>
    public const string WrongAnswerSignature = "wrong_answer_signature";

    /// <summary>The work is done, and the answer is an error without a signature.</summary>
    public const string UnsignedError = "unsigned_error";

    /// <summary>The channel's own "system busy, result unknown".</summary>
    public const string Busy = "busy";

    /// <summary>HTTP 500.</summary>
    public const string Http500 = "http_500";

    /// <summary>The answer takes its time.</summary>
    public const string Slow = "slow";

    /// <summary>The work is done and the connection cut before the answer.</summary>
    public const string LostAnswer = "lost_answer";

    /// <summary>The work is done and the connection cut after half of the answer.</summary>
    public const string CutAnswer = "cut_answer";

    /// <summary>
    /// The work is done, and the answer is followed by blanks, more than 2 MiB in all.
    /// </summary>
    public const string OversizedAnswer = "oversized_answer";

    /// <summary>What concerns notifications.</summary>
    public static IReadOnlyList<string> OfNotifications { get; } =
        [LostNotification, DoubleNotification, LateNotification, WrongSignature];

    /// <summary>What concerns answers.</summary>
    public static IReadOnlyList<string> OfAnswers { get; } =
    [
        WrongAnswerSignature, UnsignedError, Busy, Http500, Slow, LostAnswer, CutAnswer,
        OversizedAnswer,
    ];
}
