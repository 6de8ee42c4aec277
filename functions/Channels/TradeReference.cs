using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>A trade as the channel knows it.</summary>
internal sealed record TradeReference(string Account, ChannelOrderNo Number);
