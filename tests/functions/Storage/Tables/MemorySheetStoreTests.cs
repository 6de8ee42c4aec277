using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in memory.</summary>
public sealed class MemorySheetStoreTests : SheetStoreSuite
{
    private readonly MemorySheetStore store = new();

    private protected override Task<ISheetStore> OpenAsync()
        => Task.FromResult<ISheetStore>(store);
}
