namespace PayFunctions.Batches;

/// <summary>"Go on with that batch."</summary>
/// <param name="AppId">The application.</param>
/// <param name="BatchNo">The batch.</param>
/// <param name="AnnouncedAt">When it was said; a batch that never comes is dropped by it.</param>
internal sealed record BatchMessage(string AppId, string BatchNo, DateTimeOffset AnnouncedAt);
