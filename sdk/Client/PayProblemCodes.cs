namespace PayFunctions.Sdk;

/// <summary>The problems that the SDK finds itself; all others are the gateway's words.</summary>
public static class PayProblemCodes
{
    /// <summary>No whole answer within <see cref="PayOptions.Timeout"/>.</summary>
    public const string Timeout = "SDK_TIMEOUT";

    /// <summary>No connection, or it broke before the answer was whole.</summary>
    public const string Unreachable = "SDK_UNREACHABLE";

    /// <summary>The answer is over 1 MiB.</summary>
    public const string AnswerTooLarge = "SDK_ANSWER_TOO_LARGE";

    /// <summary>The answer cannot be read: a proxy's page, a redirect, other JSON.</summary>
    public const string AnswerMalformed = "SDK_ANSWER_MALFORMED";
}
