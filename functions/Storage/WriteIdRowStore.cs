using Azure;
using Azure.Data.Tables;

namespace PayFunctions.Storage;

/// <summary>
/// Conditional writes that carry an id. One whose answer was lost can be refused when the client
/// repeats it although it had succeeded: a refused one is read back before it is called a lost
/// race.
/// </summary>
internal static class WriteIdRowStore
{
    /// <summary>The column with the id of the row's latest write.</summary>
    public const string Column = "WriteId";

    private const int StatusConflict = 409;
    private const int StatusPreconditionFailed = 412;

    /// <summary>Writes, and says whose write is there now.</summary>
    /// <param name="table">Where.</param>
    /// <param name="row">A row of the write, with its id.</param>
    /// <param name="write">The write.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<CommitVerdict> RunAsync(
        TableClient table, TableEntity row, Func<Task> write, CancellationToken cancellation)
    {
        async Task<ETag?> WriteAsync()
        {
            await write();
            return ETag.All;
        }

        return await RunAsync(table, row, WriteAsync, cancellation) is null
            ? CommitVerdict.RaceLost
            : CommitVerdict.Committed;
    }

    /// <summary>Writes; the row's new ETag, or null when somebody else's write is there.</summary>
    /// <param name="table">Where.</param>
    /// <param name="row">A row of the write, with its id.</param>
    /// <param name="write">The write; the row's ETag as the answer has it. Without one it is read
    /// back.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ETag?> RunAsync(
        TableClient table, TableEntity row, Func<Task<ETag?>> write,
        CancellationToken cancellation)
    {
        try
        {
            if (await write() is { } etag)
            {
                return etag;
            }
        }
        catch (RequestFailedException e)
            when (e.Status is StatusConflict or StatusPreconditionFailed)
        {
            // Read back below: it may have been ours.
        }

        var now = await table.GetEntityIfExistsAsync<TableEntity>(
            row.PartitionKey, row.RowKey, [Column], cancellation);
        return now.HasValue && string.Equals(
            now.Value!.GetString(Column), row.GetString(Column), StringComparison.Ordinal)
                ? now.Value.ETag
                : null;
    }
}
