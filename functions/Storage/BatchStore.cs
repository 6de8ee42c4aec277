using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>
/// Batches in Azure Tables: a partition each, with a row for the batch and one for each chunk. The
/// partition is named by a digest: a merchant's number may have any length that a row's may not.
/// </summary>
internal sealed class BatchStore(TableServiceClient tables, DrawId drawId) : IBatchStore
{
    private const string RowKey = "batch";
    private const string Prefix = "rows:";
    private const int DigestLength = 16;

    private readonly TableClient table = tables.GetTableClient(StorageNames.Batches);

    /// <inheritdoc/>
    public async Task<StoredBatch?> FindAsync(
        BatchKind kind, string appId, string batchNo, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(kind, appId, batchNo), RowKey, null, cancellation);
        return row.HasValue ? new StoredBatch(FromRow(row.Value!), row.Value!.ETag.ToString())
            : null;
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> AddAsync(Batch batch, CancellationToken cancellation)
    {
        var row = ToRow(batch, drawId());
        return WriteIdRowStore.RunAsync(
            table, row, () => table.AddEntityAsync(row, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(StoredBatch changed, CancellationToken cancellation)
    {
        var row = ToRow(changed.Batch, drawId());
        return WriteIdRowStore.RunAsync(
            table, row,
            () => table.UpdateEntityAsync(
                row, new ETag(changed.ETag), TableUpdateMode.Replace, cancellation),
            cancellation);
    }

    /// <inheritdoc/>
    public Task WriteAsync(
        Batch batch, int chunk, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation)
        => table.UpsertEntityAsync(
            new TableEntity(PartitionOf(batch), KeyOf(batch, chunk))
            {
                ["Rows"] = JsonSerializer.Serialize(
                    [.. rows], OrderRowJson.Default.ImmutableArrayBatchRow),
            },
            TableUpdateMode.Replace, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BatchRow>> ReadAsync(
        Batch batch, int chunk, CancellationToken cancellation)
    {
        var row = await table.GetEntityAsync<TableEntity>(
            PartitionOf(batch), KeyOf(batch, chunk), null, cancellation);
        return RowsOf(row.Value);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BatchRow> ReadFromAsync(
        Batch batch, int chunk, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var partition = PartitionOf(batch);
        var (from, to) = (KeyOf(batch, chunk), KeyOf(batch, batch.Chunks));
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"),
            OrderStore.MaxRows, null, cancellation))
        {
            foreach (var one in RowsOf(row))
            {
                yield return one;
            }
        }
    }

    private static TableEntity ToRow(Batch batch, string writeId)
    {
        var row = new TableEntity(PartitionOf(batch), RowKey)
        {
            ["Kind"] = batch.Kind.ToString(),
            ["AppId"] = batch.AppId,
            ["BatchNo"] = batch.BatchNo,
            ["Digest"] = batch.Digest,
            ["CreatedAt"] = batch.CreatedAt,
            ["Rows"] = batch.Rows,
            ["TotalFen"] = batch.TotalFen,
            ["State"] = batch.State.ToString(),
            ["NextChunk"] = batch.NextChunk,
            ["Looks"] = batch.Looks,
            ["WrongCode"] = batch.WrongCode ?? "",
            [WriteIdRowStore.Column] = writeId,
        };
        if (batch.WrongRow is { } wrong)
        {
            row["WrongRow"] = wrong;
        }

        return row;
    }

    private static Batch FromRow(TableEntity row) => new()
    {
        // Rows from before there were two kinds say nothing.
        Kind = row.GetString("Kind") is { } kind
            ? Enum.Parse<BatchKind>(kind)
            : BatchKind.Refund,
        AppId = row.GetString("AppId"),
        BatchNo = row.GetString("BatchNo"),
        Digest = row.GetString("Digest"),
        CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
        Rows = row.GetInt32("Rows") ?? 0,
        TotalFen = row.GetInt64("TotalFen") ?? 0,
        State = Enum.Parse<BatchState>(row.GetString("State")),
        NextChunk = row.GetInt32("NextChunk") ?? 0,
        Looks = row.GetInt32("Looks") ?? 0,
        WrongRow = row.GetInt32("WrongRow"),
        WrongCode = row.GetString("WrongCode") is { Length: > 0 } code ? code : null,
    };

    private static ImmutableArray<BatchRow> RowsOf(TableEntity row)
        => JsonSerializer.Deserialize(
            row.GetString("Rows"), OrderRowJson.Default.ImmutableArrayBatchRow);

    private static string PartitionOf(Batch batch)
        => PartitionOf(batch.Kind, batch.AppId, batch.BatchNo);

    private static string PartitionOf(BatchKind kind, string appId, string batchNo)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            kind == BatchKind.Refund ? $"{appId}\n{batchNo}" : $"{kind}\n{appId}\n{batchNo}")));

    private static string KeyOf(Batch batch, int chunk)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{Prefix}{batch.Digest.AsSpan(0, DigestLength)}:{chunk:D6}");
}
