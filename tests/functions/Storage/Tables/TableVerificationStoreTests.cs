using Azure.Data.Tables;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in Azure Tables.</summary>
public sealed class TableVerificationStoreTests(AzuriteFixture azurite) : VerificationStoreSuite
{
    private protected override async Task<IVerificationStore> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.Verifications).CreateIfNotExistsAsync();
        return new VerificationStore(tables);
    }
}
