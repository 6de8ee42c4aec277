using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel's notification turned out to be.</summary>
internal abstract record NotificationReading;

/// <summary>Genuine, and about a trade of ours.</summary>
internal sealed record Genuine(ChannelOrderNo Number, ChannelOutcome Outcome)
    : NotificationReading;

/// <summary>Genuine, and about a refund of ours.</summary>
/// <param name="Number">The refund.</param>
/// <param name="Outcome">What is told of it.</param>
/// <param name="Total">What it says goes back, where the notification proves it by itself.</param>
internal sealed record GenuineRefund(
    ChannelRefundNo Number, RefundOutcome Outcome, Money? Total = null) : NotificationReading;

/// <summary>
/// Genuine, and nothing for us to do: it is accepted so that it is not sent again.
/// </summary>
internal sealed record Uninteresting(string Reason) : NotificationReading;

/// <summary>
/// It could not be proved now, for a second proof was not to be had: the channel tells us again.
/// </summary>
/// <param name="Reason">What was learned instead.</param>
/// <param name="Number">The trade it says it is about, for the payer whose browser carries it.
/// </param>
internal sealed record NotProved(string Reason, ChannelOrderNo? Number = null)
    : NotificationReading;

/// <summary>Refused: nothing moves.</summary>
internal sealed record NotAccepted(NotificationRefusal Why) : NotificationReading;
