using Azure;
using Azure.Data.Tables;

namespace PayFunctions.Storage;

/// <summary>Dead letters in Azure Tables; partition = the queue that gave them up.</summary>
internal sealed class DeadLetterStore(TableServiceClient tables) : IDeadLetterStore
{
    /// <summary>Letters on a page.</summary>
    public const int PageSize = 50;

    private readonly TableClient letters = tables.GetTableClient(StorageNames.DeadLetters);

    /// <inheritdoc/>
    public async Task KeepAsync(DeadLetter letter, CancellationToken cancellation)
        => await letters.UpsertEntityAsync(
            new TableEntity(letter.Queue, letter.Id)
            {
                ["Message"] = letter.Message,
                ["DequeueCount"] = letter.DequeueCount,
                ["At"] = letter.At,
            },
            TableUpdateMode.Replace, cancellation);

    /// <inheritdoc/>
    public async Task<DeadLetter?> FindAsync(
        string queue, string id, CancellationToken cancellation)
    {
        var row = await letters.GetEntityIfExistsAsync<TableEntity>(
            queue, id, null, cancellation);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(DeadLetter letter, CancellationToken cancellation)
        => letters.DeleteEntityAsync(letter.Queue, letter.Id, ETag.All, cancellation);

    /// <inheritdoc/>
    public async Task<DeadLetterPage> ListAsync(string? cursor, CancellationToken cancellation)
    {
        string? everything = null;
        var pages = letters
            .QueryAsync<TableEntity>(everything, PageSize, null, cancellation)
            .AsPages(cursor, PageSize);
        await foreach (var page in pages)
        {
            return new DeadLetterPage(
                [.. page.Values.Select(FromRow)], page.ContinuationToken);
        }

        return new DeadLetterPage([], null);
    }

    private static DeadLetter FromRow(TableEntity row)
        => new(
            row.RowKey,
            row.PartitionKey,
            row.GetString("Message"),
            row.GetInt64("DequeueCount") ?? 0,
            row.GetDateTimeOffset("At") ?? default);
}
