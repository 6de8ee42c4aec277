using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel's notification turned out to be.</summary>
internal abstract record NotificationReading;

/// <summary>Genuine, and about a trade of ours.</summary>
internal sealed record Genuine(ChannelOrderNo Number, ChannelOutcome Outcome)
    : NotificationReading;

/// <summary>Genuine, and about a refund of ours.</summary>
internal sealed record GenuineRefund(ChannelRefundNo Number, RefundOutcome Outcome)
    : NotificationReading;

/// <summary>
/// Genuine, and nothing for us to do: it is accepted so that it is not sent again.
/// </summary>
internal sealed record Uninteresting(string Reason) : NotificationReading;

/// <summary>
/// It could not be proved now, for a second proof was not to be had: the channel tells us again.
/// </summary>
internal sealed record NotProved(string Reason) : NotificationReading;

/// <summary>Refused: nothing moves.</summary>
internal sealed record NotAccepted(NotificationRefusal Why) : NotificationReading;
