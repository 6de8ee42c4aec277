namespace PayFunctions.Sandbox.Alipay;

/// <summary>What can be made to go wrong, by the names the control interface uses.</summary>
internal static class Fault
{
    /// <summary>A notification attempt leaves and never arrives.</summary>
    public const string LostNotification = "lost_notification";

    /// <summary>A notification attempt arrives twice at once.</summary>
    public const string DoubleNotification = "double_notification";

    /// <summary>The first attempt of a notification leaves late.</summary>
    public const string LateNotification = "late_notification";

    /// <summary>A notification attempt carries a signature that does not fit.</summary>
    public const string WrongSignature = "wrong_signature";

    /// <summary>An answer of the gateway carries a signature that does not fit.</summary>
    public const string WrongAnswerSignature = "wrong_answer_signature";

    /// <summary>The gateway answers with an unsigned error_response.</summary>
    public const string UnsignedError = "unsigned_error";

    /// <summary>The gateway answers 20000.</summary>
    public const string Busy = "busy";

    /// <summary>The gateway answers HTTP 500 and does nothing.</summary>
    public const string Http500 = "http_500";

    /// <summary>The gateway answers late.</summary>
    public const string Slow = "slow";

    /// <summary>The gateway does what was asked and cuts the connection.</summary>
    public const string LostAnswer = "lost_answer";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        LostNotification, DoubleNotification, LateNotification, WrongSignature,
        WrongAnswerSignature, UnsignedError, Busy, Http500, Slow, LostAnswer,
    ];
}
