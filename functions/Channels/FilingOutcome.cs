namespace PayFunctions.Channels;

/// <summary>What a channel says to a batch.</summary>
internal abstract record FilingOutcome;

/// <summary>It is the channel's now; a question must say what becomes of each row.</summary>
/// <param name="Serial">The channel's number of it, where it gives one.</param>
internal sealed record FilingTaken(string? Serial) : FilingOutcome;

/// <summary>The channel takes no such batch, now or later: its rows may go one by one.</summary>
internal sealed record FilingRefused(string Reason) : FilingOutcome;

/// <summary>Nothing could be learned: the channel may have it.</summary>
internal sealed record FilingUnknown(string Reason) : FilingOutcome;
