namespace PayFunctions.Orders;

/// <summary>The order takes money that another order holds.</summary>
/// <param name="Hold">The order that holds it.</param>
/// <param name="Capture">The number of the capture in that order.</param>
/// <param name="Attempt">The attempt by which the money is held.</param>
/// <param name="HeldBy">The channel product of that attempt.</param>
/// <param name="ChannelHoldNo">The channel's number of the hold.</param>
/// <param name="IsFinal">Whether the channel releases what is left.</param>
internal sealed record CaptureTerms(
    OrderId Hold, int Capture, int Attempt, string HeldBy, string ChannelHoldNo, bool IsFinal)
{
    /// <summary>The number the channel knows the hold by.</summary>
    public ChannelOrderNo HoldNumber() => new(Hold, Attempt);
}
