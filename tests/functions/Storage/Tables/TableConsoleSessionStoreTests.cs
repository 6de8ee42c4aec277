using Azure.Data.Tables;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in Azure Tables.</summary>
public sealed class TableConsoleSessionStoreTests(AzuriteFixture azurite)
    : ConsoleSessionStoreSuite
{
    private protected override async Task<IConsoleSessionStore> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.ConsoleSessions).CreateIfNotExistsAsync();
        return new ConsoleSessionStore(tables);
    }
}
