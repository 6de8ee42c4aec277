using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

public sealed class MemoryOrderStoreSuiteTests : OrderStoreSuite
{
    private readonly MemoryOrderStore store = new();

    private protected override Task<IOrderStore> OpenAsync()
        => Task.FromResult<IOrderStore>(store);
}
