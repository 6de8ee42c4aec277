namespace PayFunctions.Batches;

/// <summary>"Go on with that batch."</summary>
/// <param name="Kind">What its rows are.</param>
/// <param name="AppId">The application.</param>
/// <param name="BatchNo">The batch.</param>
/// <param name="AnnouncedAt">When it was said; a batch that never comes is dropped by it.</param>
internal sealed record BatchMessage(
    BatchKind Kind, string AppId, string BatchNo, DateTimeOffset AnnouncedAt);
