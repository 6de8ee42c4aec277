namespace PayFunctions.Channels.WeChatPay;

/// <summary>What a query after a reverse, or the end of a trade without one, means.</summary>
internal static class WeChatPayCancelStatus
{
    /// <summary>
    /// What became of a reversed trade. It is not said when money went back, so that is now.
    /// </summary>
    /// <param name="trade">What the query says; null: it is about another.</param>
    /// <param name="mayFollow">Whether the reverse may yet have its effect; else it was refused.
    /// </param>
    /// <param name="now">The moment of the answer.</param>
    public static CancelOutcome Of(WeChatPayTrade? trade, bool mayFollow, DateTimeOffset now)
        => trade switch
        {
            { IsNamed: true, State: WeChatPayStatus.Revoked, ChannelTradeNo: { } tradeNo }
                => new CancelledAndRefunded(tradeNo, now),
            {
                IsNamed: true,
                State: WeChatPayStatus.Revoked or WeChatPayStatus.Closed
                    or WeChatPayStatus.PayError,
            } => new Cancelled(),
            { IsNamed: true, State: WeChatPayStatus.Success or WeChatPayStatus.Refund }
                when !mayFollow => new CancelRefused("paid, and the reverse was refused"),
            { State: { } state } => new CancelUnknown($"after the reverse: {state}"),
            _ => new CancelUnknown("after the reverse: not about this trade"),
        };

    /// <summary>The end of a trade that cannot be reversed.</summary>
    public static CancelOutcome OfClose(ChannelOutcome outcome) => outcome switch
    {
        Declined => new Cancelled(),
        Waiting waiting => new CancelRefused(waiting.Reason),
        Unknown unknown => new CancelUnknown(unknown.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
