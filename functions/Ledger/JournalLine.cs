namespace PayFunctions.Ledger;

/// <summary>One thing that happened to money, with every number it goes by.</summary>
/// <param name="Kind">What.</param>
/// <param name="Product">The channel product of the payment.</param>
/// <param name="Account">The channel account.</param>
/// <param name="Number">The number the channel knows the payment by.</param>
/// <param name="Fen">The amount; never negative.</param>
/// <param name="ChannelTradeNo">The channel's number of the payment.</param>
/// <param name="RefundNumber">The number the channel knows the refund by; null for payments.
/// </param>
/// <param name="ChannelRefundNo">The channel's number of the refund.</param>
/// <param name="OutRequestNo">The merchant's number of the refund, the release or the capture.
/// </param>
internal sealed record JournalLine(
    JournalLineKind Kind,
    string Product,
    string Account,
    string Number,
    long Fen,
    string? ChannelTradeNo = null,
    string? RefundNumber = null,
    string? ChannelRefundNo = null,
    string? OutRequestNo = null);
