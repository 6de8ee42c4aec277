namespace PayFunctions.Channels.Alipay;

/// <summary>What came of a call: a verified answer, or the reason why there is none.</summary>
internal readonly record struct AlipayReply(AlipayAnswer? Answer, string Reason)
{
    /// <summary>A verified answer.</summary>
    public static AlipayReply Of(AlipayAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static AlipayReply Trouble(string reason) => new(null, reason);
}
