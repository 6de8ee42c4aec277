using System.Collections.Concurrent;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>What callers may do; everything, until something is denied.</summary>
public sealed class VaultPermissions
{
    private readonly ConcurrentDictionary<VaultOperation, bool> denied = new();

    /// <summary>From now on this answers 403, whoever asks.</summary>
    public void Deny(VaultOperation operation) => denied[operation] = true;

    /// <summary>Takes a denial back.</summary>
    public void Allow(VaultOperation operation) => denied.TryRemove(operation, out _);

    internal bool Refuses(VaultOperation operation) => denied.ContainsKey(operation);
}
