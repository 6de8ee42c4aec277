using Azure;
using Azure.Data.Tables;
using PayFunctions.Console;

namespace PayFunctions.Storage;

/// <summary>Sessions of the console in Azure Tables: a partition of links, and one of sessions.
/// </summary>
internal sealed class ConsoleSessionStore(TableServiceClient tables) : IConsoleSessionStore
{
    /// <summary>The most rows that are forgotten at once.</summary>
    public const int ForgottenMax = 50;

    private const string Links = "link";
    private const string Sessions = "session";
    private const int StatusConflict = 409;

    private readonly TableClient rows = tables.GetTableClient(StorageNames.ConsoleSessions);

    /// <inheritdoc/>
    public async Task<bool> TryUseLinkAsync(
        string digest, DateTimeOffset until, CancellationToken cancellation)
    {
        try
        {
            await rows.AddEntityAsync(
                new TableEntity(Links, digest) { ["ExpiresAt"] = until }, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == StatusConflict)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task AddAsync(
        string digest, ConsoleSession session, CancellationToken cancellation)
        => await rows.UpsertEntityAsync(
            new TableEntity(Sessions, digest)
            {
                ["AppId"] = session.AppId,
                ["FormToken"] = session.FormToken,
                ["ExpiresAt"] = session.ExpiresAt,
            },
            TableUpdateMode.Replace, cancellation);

    /// <inheritdoc/>
    public async Task<ConsoleSession?> FindAsync(string digest, CancellationToken cancellation)
    {
        var row = await rows.GetEntityIfExistsAsync<TableEntity>(
            Sessions, digest, null, cancellation);
        return row.HasValue
            ? new ConsoleSession(
                row.Value!.GetString("AppId"), row.Value.GetString("FormToken"),
                row.Value.GetDateTimeOffset("ExpiresAt") ?? default)
            : null;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string digest, CancellationToken cancellation)
        => await rows.DeleteEntityAsync(Sessions, digest, ETag.All, cancellation);

    /// <inheritdoc/>
    public async Task ForgetAsync(DateTimeOffset expiredAt, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"ExpiresAt lt {expiredAt}");
        var left = ForgottenMax;
        await foreach (var row in rows.QueryAsync<TableEntity>(
            filter, ForgottenMax, ["PartitionKey", "RowKey"], cancellation))
        {
            await rows.DeleteEntityAsync(
                row.PartitionKey, row.RowKey, ETag.All, cancellation);
            if (--left == 0)
            {
                return;
            }
        }
    }
}
