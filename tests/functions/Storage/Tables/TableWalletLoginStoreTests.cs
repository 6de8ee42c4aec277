using Azure.Data.Tables;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in Azure Tables.</summary>
public sealed class TableWalletLoginStoreTests(AzuriteFixture azurite) : WalletLoginStoreSuite
{
    private protected override async Task<IWalletLoginStore> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.WalletLogins).CreateIfNotExistsAsync();
        return new WalletLoginStore(tables);
    }
}
