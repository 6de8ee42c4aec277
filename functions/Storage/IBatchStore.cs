using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>Batches and their rows.</summary>
internal interface IBatchStore
{
    /// <summary>A batch; null when there is none.</summary>
    Task<StoredBatch?> FindAsync(
        BatchKind kind, string appId, string batchNo, CancellationToken cancellation);

    /// <summary>Adds a batch whose chunks were written before.</summary>
    Task<CommitVerdict> AddAsync(Batch batch, CancellationToken cancellation);

    /// <summary>Replaces a batch.</summary>
    Task<CommitVerdict> SaveAsync(StoredBatch changed, CancellationToken cancellation);

    /// <summary>Writes a chunk of rows; its digest keeps batches of one number apart.</summary>
    Task WriteAsync(
        Batch batch, int chunk, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation);

    /// <summary>A chunk of rows.</summary>
    Task<IReadOnlyList<BatchRow>> ReadAsync(
        Batch batch, int chunk, CancellationToken cancellation);

    /// <summary>Every row from a chunk on, in order.</summary>
    IAsyncEnumerable<BatchRow> ReadFromAsync(
        Batch batch, int chunk, CancellationToken cancellation);
}
