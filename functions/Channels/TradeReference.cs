using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>A trade as the channel knows it.</summary>
/// <param name="Account">The account it was opened with.</param>
/// <param name="Product">The product it was opened with.</param>
/// <param name="Number">The number we gave it.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Total">What it is about.</param>
/// <param name="Capture">What it takes from, where it is a capture.</param>
/// <param name="ChannelTradeNo">The channel's own number, once it is known.</param>
internal sealed record TradeReference(
    string Account, string Product, ChannelOrderNo Number, DateTimeOffset OpenedAt, Money Total,
    CaptureTerms? Capture = null, string? ChannelTradeNo = null);
