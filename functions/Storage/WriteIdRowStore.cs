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
        try
        {
            await write();
            return CommitVerdict.Committed;
        }
        catch (RequestFailedException e)
            when (e.Status is StatusConflict or StatusPreconditionFailed)
        {
            var now = await table.GetEntityIfExistsAsync<TableEntity>(
                row.PartitionKey, row.RowKey, [Column], cancellation);
            return now.HasValue && string.Equals(
                now.Value!.GetString(Column), row.GetString(Column), StringComparison.Ordinal)
                    ? CommitVerdict.Committed
                    : CommitVerdict.RaceLost;
        }
    }
}
