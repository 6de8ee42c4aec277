namespace PayFunctions.Storage;

/// <summary>A page of dead letters and where the next one begins; null after the last.</summary>
internal sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Items, string? NextCursor);
