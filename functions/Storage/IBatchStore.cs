using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>Batches and their rows.</summary>
internal interface IBatchStore
{
    /// <summary>A batch; null when there is none.</summary>
    Task<StoredBatch?> FindAsync(string appId, string batchNo, CancellationToken cancellation);

    /// <summary>Adds a batch whose chunks were written before.</summary>
    Task<CommitVerdict> AddAsync(RefundBatch batch, CancellationToken cancellation);

    /// <summary>Replaces a batch.</summary>
    Task<CommitVerdict> SaveAsync(StoredBatch changed, CancellationToken cancellation);

    /// <summary>Writes a chunk of rows; its digest keeps batches of one number apart.</summary>
    Task WriteAsync(
        RefundBatch batch, int chunk, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation);

    /// <summary>A chunk of rows.</summary>
    Task<IReadOnlyList<BatchRow>> ReadAsync(
        RefundBatch batch, int chunk, CancellationToken cancellation);

    /// <summary>Every row from a chunk on, in order.</summary>
    IAsyncEnumerable<BatchRow> ReadFromAsync(
        RefundBatch batch, int chunk, CancellationToken cancellation);
}
