namespace PayFunctions.Channels.Wire;

/// <summary>What came of a call: an answer, or the reason why there is none.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Reason">Why there is none; empty when there is one. It holds no secret.</param>
internal readonly record struct WireReply(WireAnswer? Answer, string Reason)
{
    /// <summary>An answer.</summary>
    public static WireReply Of(WireAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static WireReply Trouble(string reason) => new(null, reason);
}
