using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in memory.</summary>
public sealed class MemoryReconciliationStoreTests : ReconciliationStoreSuite
{
    private readonly MemoryReconciliationStore store = new();

    private protected override Task<IReconciliationStore> OpenAsync()
        => Task.FromResult<IReconciliationStore>(store);
}
