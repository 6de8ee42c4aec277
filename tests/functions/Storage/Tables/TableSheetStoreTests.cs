using Azure.Data.Tables;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in Azure Tables.</summary>
public sealed class TableSheetStoreTests(AzuriteFixture azurite) : SheetStoreSuite
{
    private protected override async Task<ISheetStore> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.Reconciliations).CreateIfNotExistsAsync();
        return new SheetStore(tables);
    }
}
