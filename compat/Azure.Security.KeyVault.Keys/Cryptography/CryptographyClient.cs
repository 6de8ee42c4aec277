using System.Security.Cryptography;
using Azure.Core;
using Azure.Security.KeyVault.Keys.Wire;

namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>
/// Signs and verifies with one key: in the vault, or here over a <see cref="JsonWebKey"/>. With a
/// vault, the first call reads the public key once: signing then goes to the vault, verifying stays
/// here. A caller that may not read the key (403) has everything done by the vault.
/// </summary>
public class CryptographyClient
{
    private readonly RemoteKey remote;
    private LocalKey local;
    private volatile bool asked;

    /// <param name="keyId">The key's address; with a version, the same key for ever.</param>
    /// <param name="credential">Asked for a token once the vault has said whose it wants.</param>
    public CryptographyClient(Uri keyId, TokenCredential credential)
        : this(keyId, credential, null)
    {
    }

    /// <inheritdoc cref="CryptographyClient(Uri, TokenCredential)"/>
    public CryptographyClient(
        Uri keyId, TokenCredential credential, CryptographyClientOptions options)
        : this(keyId, Pipeline(keyId, credential, options ?? new CryptographyClientOptions()))
    {
    }

    /// <summary>A client that never leaves this process.</summary>
    /// <param name="key">With its private parts when it is to sign.</param>
    /// <exception cref="NotSupportedException">The key is no RSA key.</exception>
    public CryptographyClient(JsonWebKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        KeyId = key.Id;
        asked = true;
        local = LocalKey.Of(key, properties: null, TimeProvider.System)
            ?? throw new NotSupportedException($"Key type \"{key.KeyType}\" is not supported");
    }

    internal CryptographyClient(Uri keyId, VaultPipeline pipeline)
    {
        KeyId = keyId.AbsoluteUri;
        remote = new RemoteKey(keyId, pipeline);
    }

    protected CryptographyClient()
    {
    }

    public virtual string KeyId { get; }

    /// <param name="algorithm">Says which hash made the digest.</param>
    /// <param name="digest">The hash, not the data.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RequestFailedException">The vault refused.</exception>
    /// <exception cref="NotSupportedException">A local key that cannot do this.</exception>
    public virtual SignResult Sign(
        SignatureAlgorithm algorithm, byte[] digest, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(digest);
        if (!asked)
        {
            Ask(cancellationToken);
        }

        return Here(key => key.Sign(algorithm, digest))
            ?? Remote(nameof(Sign)).Sign(algorithm, digest, cancellationToken);
    }

    /// <inheritdoc cref="Sign"/>
    public virtual async Task<SignResult> SignAsync(
        SignatureAlgorithm algorithm, byte[] digest, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(digest);
        if (!asked)
        {
            await AskAsync(cancellationToken).ConfigureAwait(false);
        }

        return Here(key => key.Sign(algorithm, digest))
            ?? await Remote(nameof(Sign)).SignAsync(algorithm, digest, cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>Hashes here, signs where the key is.</summary>
    public virtual SignResult SignData(
        SignatureAlgorithm algorithm, byte[] data, CancellationToken cancellationToken = default)
        => Sign(algorithm, RsaScheme.Digest(algorithm, data), cancellationToken);

    /// <inheritdoc cref="SignData(SignatureAlgorithm, byte[], CancellationToken)"/>
    public virtual SignResult SignData(
        SignatureAlgorithm algorithm, Stream data, CancellationToken cancellationToken = default)
        => Sign(algorithm, RsaScheme.Digest(algorithm, data), cancellationToken);

    /// <inheritdoc cref="SignData(SignatureAlgorithm, byte[], CancellationToken)"/>
    public virtual Task<SignResult> SignDataAsync(
        SignatureAlgorithm algorithm, byte[] data, CancellationToken cancellationToken = default)
        => SignAsync(algorithm, RsaScheme.Digest(algorithm, data), cancellationToken);

    /// <inheritdoc cref="SignData(SignatureAlgorithm, byte[], CancellationToken)"/>
    public virtual Task<SignResult> SignDataAsync(
        SignatureAlgorithm algorithm, Stream data, CancellationToken cancellationToken = default)
        => SignAsync(algorithm, RsaScheme.Digest(algorithm, data), cancellationToken);

    /// <summary>A wrong signature is an answer, not an exception.</summary>
    public virtual VerifyResult Verify(
        SignatureAlgorithm algorithm,
        byte[] digest,
        byte[] signature,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(signature);
        if (!asked)
        {
            Ask(cancellationToken);
        }

        return Here(key => key.Verify(algorithm, digest, signature))
            ?? Remote(nameof(Verify)).Verify(algorithm, digest, signature, cancellationToken);
    }

    /// <inheritdoc cref="Verify"/>
    public virtual async Task<VerifyResult> VerifyAsync(
        SignatureAlgorithm algorithm,
        byte[] digest,
        byte[] signature,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(signature);
        if (!asked)
        {
            await AskAsync(cancellationToken).ConfigureAwait(false);
        }

        return Here(key => key.Verify(algorithm, digest, signature))
            ?? await Remote(nameof(Verify))
                .VerifyAsync(algorithm, digest, signature, cancellationToken)
                .ConfigureAwait(false);
    }

    private static VaultPipeline Pipeline(
        Uri keyId, TokenCredential credential, CryptographyClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        ArgumentNullException.ThrowIfNull(credential);
        return VaultPipeline.Build(
            options,
            options.ApiVersion,
            credential,
            verifyResource: !options.DisableChallengeResourceVerification);
    }

    // What fails here may still succeed there; without a vault the failure is the answer.
    private T Here<T>(Func<LocalKey, T> use)
        where T : class
    {
        try
        {
            return local is { } key ? use(key) : null;
        }
        catch (CryptographicException) when (remote is not null)
        {
            return null;
        }
    }

    private RemoteKey Remote(string operation)
        => remote ?? throw new NotSupportedException(
            $"Operation \"{operation}\" is not supported with this key.");

    // Two first calls at once may both ask; they learn the same.
    private void Ask(CancellationToken cancellation)
    {
        try
        {
            Keep(remote.Get(cancellation).Value);
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            asked = true;
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        try
        {
            Keep((await remote.GetAsync(cancellation).ConfigureAwait(false)).Value);
        }
        catch (RequestFailedException refused) when (refused.Status == 403)
        {
            asked = true;
        }
    }

    private void Keep(KeyVaultKey key)
    {
        local = LocalKey.Of(key.Key, key.Properties, TimeProvider.System);
        asked = true;
    }
}
