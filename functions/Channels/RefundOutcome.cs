namespace PayFunctions.Channels;

/// <summary>What a channel says about a refund, by whatever road it says it.</summary>
internal abstract record RefundOutcome;

/// <summary>The money went back.</summary>
/// <param name="ChannelRefundNo">The channel's own number, where it has one.</param>
/// <param name="At">When, where the channel says so.</param>
internal sealed record RefundSucceeded(string? ChannelRefundNo, DateTimeOffset? At)
    : RefundOutcome;

/// <summary>It will never go back under this number; another number may be tried.</summary>
internal sealed record RefundDeclined(string Reason) : RefundOutcome;

/// <summary>
/// The channel could not hand the money to the payer, and keeps it for the merchant: a human is
/// needed.
/// </summary>
internal sealed record RefundStuck(string Reason) : RefundOutcome;

/// <summary>Accepted; it takes its time.</summary>
internal sealed record RefundPending(string Reason) : RefundOutcome;

/// <summary>
/// Answered by questions only: the channel knows no such refund, so it may be sent (again) under
/// the same number.
/// </summary>
internal sealed record RefundAbsent(string Reason) : RefundOutcome;

/// <summary>Nothing could be learned. Never read as failed: it is asked about again.</summary>
internal sealed record RefundUnknown(string Reason) : RefundOutcome;
