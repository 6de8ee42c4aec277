using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>A refund as a channel needs it, to make it and to ask about it.</summary>
/// <param name="Trade">The paid trade.</param>
/// <param name="ChannelTradeNo">The channel's own number of it.</param>
/// <param name="Number">The refund's own number: the same at every repetition.</param>
/// <param name="Paid">What was paid in all.</param>
/// <param name="Total">What goes back.</param>
/// <param name="Reason">The merchant's words, or null.</param>
/// <param name="RequestedAt">When the refund was committed.</param>
/// <param name="NotifyUrl">Where the channel notifies us.</param>
internal sealed record RefundRequest(
    TradeReference Trade,
    string ChannelTradeNo,
    ChannelRefundNo Number,
    Money Paid,
    Money Total,
    string? Reason,
    DateTimeOffset RequestedAt,
    Uri NotifyUrl);
