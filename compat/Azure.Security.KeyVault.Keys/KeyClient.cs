using Azure.Core;
using Azure.Security.KeyVault.Keys.Cryptography;
using Azure.Security.KeyVault.Keys.Wire;

namespace Azure.Security.KeyVault.Keys;

/// <summary>Reads the keys of one vault; the cryptography client uses them.</summary>
public class KeyClient
{
    private readonly VaultPipeline pipeline;

    /// <param name="vaultUri">Like <c>https://{name}.vault.azure.net/</c>; only https.</param>
    /// <param name="credential">Asked for a token once the vault has said whose it wants.</param>
    public KeyClient(Uri vaultUri, TokenCredential credential)
        : this(vaultUri, credential, null)
    {
    }

    /// <inheritdoc cref="KeyClient(Uri, TokenCredential)"/>
    public KeyClient(Uri vaultUri, TokenCredential credential, KeyClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(vaultUri);
        ArgumentNullException.ThrowIfNull(credential);
        options ??= new KeyClientOptions();
        VaultUri = vaultUri;
        pipeline = VaultPipeline.Build(
            options,
            options.ApiVersion,
            credential,
            verifyResource: !options.DisableChallengeResourceVerification);
    }

    protected KeyClient()
    {
    }

    public virtual Uri VaultUri { get; }

    /// <param name="name">The key.</param>
    /// <param name="version">Null for the current one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RequestFailedException">Refused; 404 for an unknown key.</exception>
    public virtual Response<KeyVaultKey> GetKey(
        string name, string version = default, CancellationToken cancellationToken = default)
        => pipeline.Send(GetCall(name, version), cancellationToken);

    /// <inheritdoc cref="GetKey"/>
    public virtual Task<Response<KeyVaultKey>> GetKeyAsync(
        string name, string version = default, CancellationToken cancellationToken = default)
        => pipeline.SendAsync(GetCall(name, version), cancellationToken);

    /// <summary>Every version in no promised order, read a page at a time.</summary>
    public virtual Pageable<KeyProperties> GetPropertiesOfKeyVersions(
        string name, CancellationToken cancellationToken = default)
        => new KeyVersionList(Pages(name), cancellationToken);

    /// <inheritdoc cref="GetPropertiesOfKeyVersions"/>
    public virtual AsyncPageable<KeyProperties> GetPropertiesOfKeyVersionsAsync(
        string name, CancellationToken cancellationToken = default)
        => new AsyncKeyVersionList(Pages(name), cancellationToken);

    /// <summary>A client for one key over this client's pipeline and options.</summary>
    public virtual CryptographyClient GetCryptographyClient(
        string keyName, string keyVersion = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyName);
        return new CryptographyClient(VaultAddress.OfKey(VaultUri, keyName, keyVersion), pipeline);
    }

    private VaultCall<KeyVaultKey> GetCall(string name, string version)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return VaultCall<KeyVaultKey>.Get(
            VaultAddress.OfKey(VaultUri, name, version),
            static (json, _) => KeyJson.ReadBundle(json));
    }

    private KeyVersionPages Pages(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new KeyVersionPages(pipeline, VaultAddress.OfVersions(VaultUri, name));
    }
}
