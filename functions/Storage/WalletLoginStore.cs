using Azure;
using Azure.Data.Tables;

namespace PayFunctions.Storage;

/// <summary>Openings by wallets in Azure Tables: a partition each.</summary>
internal sealed class WalletLoginStore(TableServiceClient tables) : IWalletLoginStore
{
    private const string RowKey = "login";
    private const int StatusConflict = 409;

    private readonly TableClient rows = tables.GetTableClient(StorageNames.WalletLogins);

    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(
        string digest, DateTimeOffset at, CancellationToken cancellation)
    {
        try
        {
            await rows.AddEntityAsync(
                new TableEntity(digest, RowKey) { ["TakenAt"] = at }, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == StatusConflict)
        {
            return false;
        }
    }
}
