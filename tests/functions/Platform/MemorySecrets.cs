using Azure;
using PayFunctions.Keys;

namespace PayFunctions.Tests.Platform;

/// <summary>A vault's secrets in memory.</summary>
internal sealed class MemorySecrets : ISecretSource
{
    /// <summary>The secrets by name.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing is answered.</summary>
    public bool IsDown { get; set; }

    /// <summary>Nothing may be read.</summary>
    public bool Forbids { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Reads { get; private set; }

    /// <inheritdoc/>
    public Task<string?> ReadAsync(
        SecretReference reference, CancellationToken cancellation)
    {
        Reads++;
        return IsDown ? throw new RequestFailedException(503, "The vault is closed.")
            : Forbids ? throw new RequestFailedException(403, "No role.")
            : Task.FromResult(Values.GetValueOrDefault(reference.Name));
    }
}
