namespace Azure.Security.KeyVault.Keys;

/// <summary>A key version without its material.</summary>
public class KeyProperties
{
    public KeyProperties(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    public KeyProperties(Uri id)
    {
        ArgumentNullException.ThrowIfNull(id);
        Assign(id);
    }

    internal KeyProperties()
    {
    }

    public string Name { get; private set; }

    public Uri Id { get; private set; }

    public Uri VaultUri { get; private set; }

    public string Version { get; private set; }

    public bool Managed { get; internal set; }

    public IDictionary<string, string> Tags { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public bool? Enabled { get; set; }

    public bool? Exportable { get; set; }

    /// <summary>Before this moment the vault refuses to sign with the key.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>From this moment on the vault refuses to sign with the key.</summary>
    public DateTimeOffset? ExpiresOn { get; set; }

    public DateTimeOffset? CreatedOn { get; internal set; }

    public DateTimeOffset? UpdatedOn { get; internal set; }

    /// <summary>Days a deleted key can be recovered.</summary>
    public int? RecoverableDays { get; internal set; }

    public string RecoveryLevel { get; internal set; }

    internal void Assign(Uri id)
    {
        var parts = new KeyVaultKeyIdentifier(id);
        Id = id;
        VaultUri = parts.VaultUri;
        Name = parts.Name;
        Version = parts.Version;
    }
}
