namespace PayFunctions.Channels.IPayNow;

/// <summary>What came of a call: a verified answer, or the reason why there is none.</summary>
internal readonly record struct IPayNowReply(IPayNowAnswer? Answer, string Reason)
{
    /// <summary>A verified answer.</summary>
    public static IPayNowReply Of(IPayNowAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static IPayNowReply Trouble(string reason) => new(null, reason);
}
