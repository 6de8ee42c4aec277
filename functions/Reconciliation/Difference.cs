namespace PayFunctions.Reconciliation;

/// <summary>One thing on which a day's bill and our journal disagree.</summary>
/// <param name="Kind">What.</param>
/// <param name="Number">The number by which the channel knows the payment or refund: ours, unless
/// the trade is not ours.</param>
/// <param name="IsRefund">Whether it is about a refund.</param>
/// <param name="OurFen">Our amount; null where we have none.</param>
/// <param name="TheirFen">The channel's amount; null where it has none.</param>
/// <param name="ChannelTradeNo">The channel's number of the payment, where it is known.</param>
/// <param name="Detail">What else there is to say.</param>
/// <param name="IsCleared">Whether it is explained: nobody has to look.</param>
internal sealed record Difference(
    DifferenceKind Kind,
    string Number,
    bool IsRefund,
    long? OurFen,
    long? TheirFen,
    string? ChannelTradeNo,
    string Detail,
    bool IsCleared = false);
