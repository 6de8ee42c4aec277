namespace PayFunctions.Batches;

/// <summary>What came of asking for a batch.</summary>
/// <param name="Batch">The batch; null where the number was used for another.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record BatchAnswer(Batch? Batch, bool IsNew);
