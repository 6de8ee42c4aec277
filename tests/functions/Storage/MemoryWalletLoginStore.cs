using System.Collections.Concurrent;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Openings in memory.</summary>
internal sealed class MemoryWalletLoginStore : IWalletLoginStore
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> taken =
        new(StringComparer.Ordinal);

    /// <summary>What they are stored under.</summary>
    public ICollection<string> Digests => taken.Keys;

    /// <inheritdoc/>
    public Task<bool> TryTakeAsync(
        string digest, DateTimeOffset at, CancellationToken cancellation)
        => Task.FromResult(taken.TryAdd(digest, at));
}
