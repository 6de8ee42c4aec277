using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>A trade as the channel knows it.</summary>
/// <param name="Account">The account it was opened with.</param>
/// <param name="Product">The product it was opened with.</param>
/// <param name="Number">The number we gave it.</param>
/// <param name="OpenedAt">When it was opened.</param>
internal sealed record TradeReference(
    string Account, string Product, ChannelOrderNo Number, DateTimeOffset OpenedAt);
