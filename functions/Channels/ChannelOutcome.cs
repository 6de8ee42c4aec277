using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>What a channel says about a trade, by whatever road it says it.</summary>
internal abstract record ChannelOutcome;

/// <summary>Paid.</summary>
internal sealed record Succeeded(Money Total, string ChannelTradeNo, DateTimeOffset PaidAt)
    : ChannelOutcome;

/// <summary>Will never be paid.</summary>
internal sealed record Declined(string Reason) : ChannelOutcome;

/// <summary>An agreement that was signed is over.</summary>
/// <param name="ChannelAgreementNo">The channel's number of it.</param>
/// <param name="At">When it ended, or was found ended.</param>
internal sealed record Unsigned(string ChannelAgreementNo, DateTimeOffset At) : ChannelOutcome;

/// <summary>
/// Not decided yet: the channel knows the trade, or not yet, and the payer may still pay.
/// </summary>
internal sealed record Waiting(string Reason) : ChannelOutcome;

/// <summary>Nothing could be learned. Never read as failed: it is asked about again.</summary>
internal sealed record Unknown(string Reason) : ChannelOutcome;
