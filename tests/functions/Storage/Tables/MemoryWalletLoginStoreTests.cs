using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in memory.</summary>
public sealed class MemoryWalletLoginStoreTests : WalletLoginStoreSuite
{
    private readonly MemoryWalletLoginStore store = new();

    private protected override Task<IWalletLoginStore> OpenAsync()
        => Task.FromResult<IWalletLoginStore>(store);
}
