using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>A batch and the version of its row.</summary>
internal sealed record StoredBatch(RefundBatch Batch, string ETag);
