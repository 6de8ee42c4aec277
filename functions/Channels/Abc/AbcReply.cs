namespace PayFunctions.Channels.Abc;

/// <summary>What came of a call: a verified answer, or the reason why there is none.</summary>
internal readonly record struct AbcReply(AbcAnswer? Answer, string Reason)
{
    /// <summary>A verified answer.</summary>
    public static AbcReply Of(AbcAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static AbcReply Trouble(string reason) => new(null, reason);
}
