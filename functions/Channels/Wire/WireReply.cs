namespace PayFunctions.Channels.Wire;

/// <summary>What came of a call: an answer, or the reason why there is none.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Reason">Why there is none; empty when there is one. It holds no secret.</param>
internal readonly record struct WireReply(WireAnswer? Answer, string Reason)
{
    /// <summary>
    /// Whether it is certain that nothing was sent: there was no connection. The same may then be
    /// sent elsewhere.
    /// </summary>
    public bool NeverLeft { get; private init; }

    /// <summary>An answer.</summary>
    public static WireReply Of(WireAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static WireReply Trouble(string reason) => new(null, reason);

    /// <summary>No answer, for nothing was asked.</summary>
    public static WireReply NotSent(string reason) => new(null, reason) { NeverLeft = true };
}
