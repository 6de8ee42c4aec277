using Azure.Data.Tables;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in Azure Tables.</summary>
public sealed class TableReconciliationStoreTests(AzuriteFixture azurite)
    : ReconciliationStoreSuite
{
    private static int writes;

    private protected override async Task<IReconciliationStore> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.Reconciliations).CreateIfNotExistsAsync();
        return new ReconciliationStore(
            tables, static () => $"w{Interlocked.Increment(ref writes)}");
    }
}
