namespace PayFunctions.Orders;

/// <summary>A part of a hold that is taken. The payment it becomes is an order of its own.
/// </summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="OutTradeNo">The merchant's number of the payment.</param>
/// <param name="Total">How much is taken.</param>
/// <param name="IsFinal">Whether the channel releases what is left.</param>
/// <param name="State">What became of it.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="AskAt">When to look at the payment next; null when it is over.</param>
/// <param name="Asks">How often it was looked at without a verdict.</param>
/// <param name="EndedAt">When it was over.</param>
internal sealed record Capture(
    int Number,
    string OutTradeNo,
    Money Total,
    bool IsFinal,
    CaptureState State,
    DateTimeOffset RequestedAt,
    DateTimeOffset? AskAt = null,
    int Asks = 0,
    DateTimeOffset? EndedAt = null)
{
    /// <summary>Whether its money is, or may be, gone from the hold.</summary>
    public bool Counts => State != CaptureState.Failed;
}
