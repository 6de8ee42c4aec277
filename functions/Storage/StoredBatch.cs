using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>A batch and the version of its row.</summary>
internal sealed record StoredBatch(Batch Batch, string ETag);
