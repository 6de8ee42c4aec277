namespace PayFunctions.Orders;

/// <summary>Money that goes back to the payer.</summary>
/// <param name="Number">1, 2, 3 …; part of the number the channel sees.</param>
/// <param name="Attempt">The attempt whose money it is.</param>
/// <param name="Total">How much.</param>
/// <param name="Origin">Who wanted it.</param>
/// <param name="State">What became of it.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="OutRequestNo">The merchant's number; null when the merchant did not ask.</param>
/// <param name="Reason">The merchant's words, or null.</param>
/// <param name="AskAt">When to act on it next; null when it is over.</param>
/// <param name="Asks">How often the channel was asked without a verdict.</param>
/// <param name="EndedAt">When it was over.</param>
/// <param name="ChannelRefundNo">The channel's own number, where it has one.</param>
/// <param name="Failure">Why it failed, in the channel's words.</param>
/// <param name="Filing">The batch that it goes with; null when it goes by itself.</param>
internal sealed record Refund(
    int Number,
    int Attempt,
    Money Total,
    RefundOrigin Origin,
    RefundState State,
    DateTimeOffset RequestedAt,
    string? OutRequestNo = null,
    string? Reason = null,
    DateTimeOffset? AskAt = null,
    int Asks = 0,
    DateTimeOffset? EndedAt = null,
    string? ChannelRefundNo = null,
    string? Failure = null,
    Filing? Filing = null)
{
    /// <summary>Whether its money is, or may be, gone from the payment.</summary>
    public bool Counts => State != RefundState.Failed;
}
