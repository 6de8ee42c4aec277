using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in memory.</summary>
public sealed class MemoryVerificationStoreTests : VerificationStoreSuite
{
    private readonly MemoryVerificationStore store = new();

    private protected override Task<IVerificationStore> OpenAsync()
        => Task.FromResult<IVerificationStore>(store);
}
