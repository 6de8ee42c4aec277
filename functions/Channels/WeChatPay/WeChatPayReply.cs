namespace PayFunctions.Channels.WeChatPay;

/// <summary>What came of a call: an answer, or the reason why there is none.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Reason">Why there is none.</param>
internal readonly record struct WeChatPayReply(WeChatPayAnswer? Answer, string Reason)
{
    /// <summary>An answer.</summary>
    public static WeChatPayReply Of(WeChatPayAnswer answer) => new(answer, "");

    /// <summary>No answer: nothing was learned.</summary>
    public static WeChatPayReply Trouble(string reason) => new(null, reason);
}
