using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PayFunctions.Ledger;

namespace PayFunctions.Storage;

/// <summary>The journals in Azure Tables: a partition for each and day.</summary>
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
        var partition = JournalRowStore.PartitionOf(scope, day);
        var rows = journal.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey gt {after}"),
            PageSize, null, cancellation);
        await foreach (var row in rows)
        {
            yield return JournalRowStore.FromRow(row);
        }
    }
}
