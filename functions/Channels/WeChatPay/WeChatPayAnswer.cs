using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// An answer that may be read: a success was verified before, and an error carries no signature, or
/// one that was verified too.
/// </summary>
internal sealed class WeChatPayAnswer
{
    private const int SuccessMin = 200;
    private const int SuccessMax = 299;
    private const int WordMax = 64;

    private WeChatPayAnswer(WireAnswer answer)
    {
        Status = (int)answer.Status;
        Body = WeChatPayJson.TryRead(answer.Body);
        IsEmpty = answer.Body.IsEmpty;
        RequestId = Word(answer.Headers.Find("Request-ID")) ?? "";
        Code = Word(Body?.Text("code"));
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Whether it is a success.</summary>
    public bool IsOk => IsSuccess(Status);

    /// <summary>The object in the body; null when there is none.</summary>
    public WeChatPayJson? Body { get; }

    /// <summary>Whether there is no body.</summary>
    public bool IsEmpty { get; }

    /// <summary>What WeChat Pay's support asks for.</summary>
    public string RequestId { get; }

    /// <summary>The code of an error; null in a success.</summary>
    public string? Code { get; }

    /// <summary>What it means when it is no success.</summary>
    public WeChatPayMeaning Meaning => WeChatPayError.Of(Status, Code, IsEmpty);

    /// <summary>Status and code, for a human.</summary>
    public string Reason => FormattableString.Invariant($"{Status} {Code}").Trim();

    /// <summary>
    /// Verifies, then reads; never throws for what came. The verdict says why there is no answer:
    /// <see cref="WeChatPayVerdict.SerialUnknown"/>, that its key has to be learned first.
    /// </summary>
    public static (WeChatPayAnswer? Answer, WeChatPayVerdict Verdict) Read(
        WireAnswer answer, WeChatPayKeys keys, DateTimeOffset now)
    {
        if (!IsSuccess((int)answer.Status) && !WeChatPaySignature.IsThere(answer.Headers))
        {
            return (new WeChatPayAnswer(answer), WeChatPayVerdict.Verified);
        }

        var verdict = WeChatPaySignature.Verify(keys, answer.Headers, answer.Body.Span, now);
        return (
            verdict == WeChatPayVerdict.Verified ? new WeChatPayAnswer(answer) : null, verdict);
    }

    // Codes and ids go into logs and reasons: what is none stays out.
    private static string? Word(string? text)
        => text is { Length: > 0 and <= WordMax }
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
                ? text
                : null;

    private static bool IsSuccess(int status) => status is >= SuccessMin and <= SuccessMax;
}
