namespace PayFunctions.Channels;

/// <summary>What a channel says to the cancel of a trade.</summary>
internal abstract record CancelOutcome;

/// <summary>Nothing was paid, and nothing will be.</summary>
internal sealed record Cancelled : CancelOutcome;

/// <summary>It had been paid; the channel has given the money back.</summary>
internal sealed record CancelledAndRefunded(string ChannelTradeNo, DateTimeOffset At)
    : CancelOutcome;

/// <summary>The channel refuses to cancel, for good: a query must say what the trade is.
/// </summary>
internal sealed record CancelRefused(string Reason) : CancelOutcome;

/// <summary>Not yet, or nothing was learned: the cancel is repeated.</summary>
internal sealed record CancelUnknown(string Reason) : CancelOutcome;
