using System.ComponentModel;

namespace Azure.Security.KeyVault.Keys;

/// <summary>The parts of <c>https://{vault}/keys/{name}[/{version}]</c>.</summary>
public readonly struct KeyVaultKeyIdentifier : IEquatable<KeyVaultKeyIdentifier>
{
    private const string Collection = "keys/";

    /// <exception cref="ArgumentException">The address names no key.</exception>
    public KeyVaultKeyIdentifier(Uri id)
    {
        ArgumentNullException.ThrowIfNull(id);
        this = TryCreate(id, out var identifier)
            ? identifier
            : throw new ArgumentException($"{id} is not a valid Key Vault key ID", nameof(id));
    }

    private KeyVaultKeyIdentifier(Uri sourceId, Uri vaultUri, string name, string version)
    {
        SourceId = sourceId;
        VaultUri = vaultUri;
        Name = name;
        Version = version;
    }

    public Uri SourceId { get; }

    public Uri VaultUri { get; }

    public string Name { get; }

    /// <summary>Null when the address names no version: then the current one is meant.</summary>
    public string Version { get; }

    public static bool TryCreate(Uri id, out KeyVaultKeyIdentifier identifier)
    {
        identifier = default;
        if (id is not { IsAbsoluteUri: true, Segments: { Length: 3 or 4 } segments }
            || !string.Equals(segments[1], Collection, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var name = segments[2].Trim('/');
        var version = segments.Length == 4 ? segments[3].Trim('/') : null;
        if (name.Length == 0)
        {
            return false;
        }

        var vault = new Uri(id.GetLeftPart(UriPartial.Authority));
        identifier = new(id, vault, name, string.IsNullOrEmpty(version) ? null : version);
        return true;
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is KeyVaultKeyIdentifier other && Equals(other);

    public bool Equals(KeyVaultKeyIdentifier other) => SourceId == other.SourceId;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => SourceId?.GetHashCode() ?? 0;
}
