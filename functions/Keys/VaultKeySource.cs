using Azure.Core;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;

namespace PayFunctions.Keys;

/// <summary>Keys in Key Vault: the private part never leaves it.</summary>
internal sealed class VaultKeySource(
    KeyClient vault, TokenCredential credential, CryptographyClientOptions options) : IKeySource
{
    private const int VersionCharacters = 8;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyVersion>> ReadAsync(
        string name, CancellationToken cancellation)
    {
        var enabled = new List<KeyProperties>();
        await foreach (var version in vault.GetPropertiesOfKeyVersionsAsync(name, cancellation))
        {
            if (version.Enabled is not false)
            {
                enabled.Add(version);
            }
        }

        var keys = new List<KeyVersion>();
        foreach (var version in enabled
            .OrderByDescending(static v => v.CreatedOn)
            .Take(IKeySource.MaxVersions))
        {
            var key = await vault.GetKeyAsync(name, version.Version, cancellation);
            keys.Add(new KeyVersion(
                $"{name}-{version.Version[..Math.Min(VersionCharacters, version.Version.Length)]}",
                key.Value.Id,
                key.Value.Key));
        }

        return keys.Count > 0
            ? keys
            : throw new InvalidOperationException(
                $"The vault has no enabled version of the key {name}.");
    }

    /// <inheritdoc/>
    public CryptographyClient Open(KeyVersion version)
        => new(version.Id, credential, options);
}
