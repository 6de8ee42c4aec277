using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in memory.</summary>
public sealed class MemoryClearingStoreTests : ClearingStoreSuite
{
    private readonly MemoryClearingStore store = new();

    private protected override Task<IClearingStore> OpenAsync()
        => Task.FromResult<IClearingStore>(store);
}
