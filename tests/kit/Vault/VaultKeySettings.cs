using System.Security.Cryptography;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>What a new key version is like.</summary>
public sealed record VaultKeySettings
{
    /// <summary>2048, 3072 or 4096.</summary>
    public int Bits { get; init; } = 2048;

    /// <summary>A key made elsewhere, as after an import; null for a fresh one.</summary>
    public RSAParameters? Material { get; init; }

    /// <summary>Whether it signs at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Null: from the beginning.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Null: for ever.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>What it may do; a signing key by default.</summary>
    public IReadOnlyList<string> Operations { get; init; } = ["sign", "verify"];
}
