namespace PayFunctions.Channels.Tenpay;

/// <summary>What came of a call: an answer that can be read, or why there is none.</summary>
internal readonly record struct TenpayReply(TenpayAnswer? Answer, string Reason)
{
    /// <summary>An answer.</summary>
    public static TenpayReply Of(TenpayAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static TenpayReply Trouble(string reason) => new(null, reason);
}
