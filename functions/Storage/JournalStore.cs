using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PayFunctions.Ledger;

namespace PayFunctions.Storage;

/// <summary>
/// The journals in Azure Tables. A day is in a few partitions, each with rows of every journal, so
/// that an entry reaches all its journals in one write; a journal is read from all of them at once.
/// </summary>
internal sealed class JournalStore(TableServiceClient tables) : IJournalStore
{
    /// <summary>Rows read at once.</summary>
    public const int PageSize = 1_000;

    private const int RowsInBatch = 100;

    private readonly TableClient journal = tables.GetTableClient(StorageNames.Journal);

    /// <inheritdoc/>
    public Task WriteAsync(
        IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
        => Task.WhenAll(entries
            .SelectMany(static entry => entry.Scopes()
                .Select(scope => JournalRowStore.ToRow(entry, scope)))
            .GroupBy(static row => row.PartitionKey, StringComparer.Ordinal)
            .SelectMany(static rows => rows.Chunk(RowsInBatch))
            .Select(rows => WriteAsync(rows, cancellation)));

    private Task WriteAsync(TableEntity[] rows, CancellationToken cancellation)
        => rows is [var row]
            ? journal.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation)
            : journal.SubmitTransactionAsync(
                rows.Select(static r => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, r)),
                cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalScope scope, DateOnly day, CancellationToken cancellation)
        => ReadFromAsync(scope, day, "", cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadFromAsync(
        JournalScope scope, DateOnly day, string after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<IAsyncEnumerator<TableEntity>> parts =
        [
            .. JournalRowStore.PartitionsOf(day).Select(partition => journal
                .QueryAsync<TableEntity>(
                    Filter(partition, scope, after), PageSize, null, cancellation)
                .GetAsyncEnumerator(cancellation)),
        ];
        try
        {
            await foreach (var row in MergeAsync(parts))
            {
                yield return JournalRowStore.FromRow(row);
            }
        }
        finally
        {
            foreach (var part in parts)
            {
                await part.DisposeAsync();
            }
        }
    }

    private static string Filter(string partition, JournalScope scope, string after)
    {
        var (behind, end) = (
            JournalRowStore.KeyBehind(scope, after), JournalRowStore.EndOf(scope));
        return TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey gt {behind} and RowKey lt {end}");
    }

    /// <summary>Rows of several partitions, each by its keys, all by their keys.</summary>
    private static async IAsyncEnumerable<TableEntity> MergeAsync(
        List<IAsyncEnumerator<TableEntity>> parts)
    {
        var next = new PriorityQueue<IAsyncEnumerator<TableEntity>, string>(
            StringComparer.Ordinal);
        var found = await Task.WhenAll(parts.Select(static p => p.MoveNextAsync().AsTask()));
        foreach (var (part, hasRow) in parts.Zip(found))
        {
            if (hasRow)
            {
                next.Enqueue(part, part.Current.RowKey);
            }
        }

        while (next.TryDequeue(out var part, out _))
        {
            yield return part.Current;
            if (await part.MoveNextAsync())
            {
                next.Enqueue(part, part.Current.RowKey);
            }
        }
    }
}
