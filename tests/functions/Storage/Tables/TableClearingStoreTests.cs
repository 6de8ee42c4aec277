using Azure.Data.Tables;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in Azure Tables.</summary>
public sealed class TableClearingStoreTests(AzuriteFixture azurite) : ClearingStoreSuite
{
    private static int writes;

    private protected override async Task<IClearingStore> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.Clearings).CreateIfNotExistsAsync();
        return new ClearingStore(tables, static () => $"w{Interlocked.Increment(ref writes)}");
    }
}
