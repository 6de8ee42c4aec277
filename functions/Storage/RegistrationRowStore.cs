using Azure;
using Azure.Data.Tables;

namespace PayFunctions.Storage;

/// <summary>Rows that the operator writes: a registration replaces the one that was read.</summary>
internal static class RegistrationRowStore
{
    private const int StatusConflict = 409;
    private const int StatusPreconditionFailed = 412;

    /// <summary>
    /// Replaces the row of that ETag, or adds it where there was none; loses against whoever was
    /// faster.
    /// </summary>
    public static async Task<CommitVerdict> SaveAsync(
        TableClient table, TableEntity row, string? replacesETag, CancellationToken cancellation)
    {
        try
        {
            await (replacesETag is { } etag
                ? table.UpdateEntityAsync(
                    row, new ETag(etag), TableUpdateMode.Replace, cancellation)
                : table.AddEntityAsync(row, cancellation));
            return CommitVerdict.Committed;
        }
        catch (RequestFailedException e)
            when (e.Status is StatusConflict or StatusPreconditionFailed)
        {
            return CommitVerdict.RaceLost;
        }
    }
}
