using System.Runtime.CompilerServices;
using PayFunctions.Batches;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Batches in memory.</summary>
internal sealed class MemoryBatchStore : IBatchStore
{
    private readonly Lock door = new();
    private readonly Dictionary<(BatchKind, string, string), StoredBatch> batches = [];
    private readonly SortedDictionary<
        (BatchKind, string, string, string, int), IReadOnlyList<BatchRow>>
        chunks = [];

    private long writes;

    /// <summary>Runs before every write: a process may die there.</summary>
    public Action BeforeWrite { get; set; } = static () => { };

    /// <inheritdoc/>
    public Task<StoredBatch?> FindAsync(
        BatchKind kind, string appId, string batchNo, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(batches.GetValueOrDefault((kind, appId, batchNo)));
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> AddAsync(Batch batch, CancellationToken cancellation)
        => Task.FromResult(Put(batch, null));

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(StoredBatch changed, CancellationToken cancellation)
        => Task.FromResult(Put(changed.Batch, changed.ETag));

    /// <inheritdoc/>
    public Task WriteAsync(
        Batch batch, int chunk, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation)
    {
        BeforeWrite();
        lock (door)
        {
            chunks[(batch.Kind, batch.AppId, batch.BatchNo, batch.Digest, chunk)] = [.. rows];
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BatchRow>> ReadAsync(
        Batch batch, int chunk, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(
                chunks[(batch.Kind, batch.AppId, batch.BatchNo, batch.Digest, chunk)]);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BatchRow> ReadFromAsync(
        Batch batch, int chunk, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = chunk; i < batch.Chunks; i++)
        {
            foreach (var row in await ReadAsync(batch, i, cancellation))
            {
                yield return row;
            }
        }
    }

    private CommitVerdict Put(Batch batch, string? replacesETag)
    {
        BeforeWrite();
        lock (door)
        {
            var key = (batch.Kind, batch.AppId, batch.BatchNo);
            if (!string.Equals(
                batches.GetValueOrDefault(key)?.ETag, replacesETag, StringComparison.Ordinal))
            {
                return CommitVerdict.RaceLost;
            }

            batches[key] = new StoredBatch(batch, $"W/\"memory-{++writes:D8}\"");
            return CommitVerdict.Committed;
        }
    }
}
