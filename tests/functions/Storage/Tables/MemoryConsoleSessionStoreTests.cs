using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in memory.</summary>
public sealed class MemoryConsoleSessionStoreTests : ConsoleSessionStoreSuite
{
    private readonly MemoryConsoleSessionStore store = new();

    private protected override Task<IConsoleSessionStore> OpenAsync()
        => Task.FromResult<IConsoleSessionStore>(store);
}
