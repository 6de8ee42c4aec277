namespace PayFunctions.Storage;

/// <summary>An announcement on the wire.</summary>
internal sealed record MovementText(
    string TransactionId, int Version, string AnnouncedAt, bool Hastened = false,
    DateTimeOffset? DueAt = null);
