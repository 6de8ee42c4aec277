using System.Security.Cryptography;

namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>
/// What can be done here, without asking the vault. A null answer means: not here.
/// </summary>
internal sealed class LocalKey(JsonWebKey key, KeyProperties properties, TimeProvider time)
{
    /// <returns>Null for keys that are not RSA.</returns>
    public static LocalKey Of(JsonWebKey key, KeyProperties properties, TimeProvider time)
        => key.KeyType == KeyType.Rsa || key.KeyType == KeyType.RsaHsm
            ? new LocalKey(key, properties, time)
            : null;

    /// <exception cref="CryptographicException">The digest has another length.</exception>
    /// <exception cref="InvalidOperationException">Not yet or no longer valid.</exception>
    public SignResult Sign(SignatureAlgorithm algorithm, byte[] digest)
    {
        if (!Allows(KeyOperation.Sign))
        {
            return null;
        }

        ThrowIfOutsideItsTime();
        if (!key.HasPrivateParts || RsaScheme.Of(algorithm) is not { } scheme)
        {
            return null;
        }

        using var rsa = key.ToRSA(includePrivateParameters: true);
        return new SignResult
        {
            KeyId = key.Id,
            Algorithm = algorithm,
            Signature = rsa.SignHash(digest, scheme.Hash, scheme.Padding),
        };
    }

    /// <exception cref="CryptographicException">The digest has another length.</exception>
    public VerifyResult Verify(SignatureAlgorithm algorithm, byte[] digest, byte[] signature)
    {
        if (!Allows(KeyOperation.Verify) || RsaScheme.Of(algorithm) is not { } scheme)
        {
            return null;
        }

        using var rsa = key.ToRSA();
        return new VerifyResult
        {
            KeyId = key.Id,
            Algorithm = algorithm,
            IsValid = rsa.VerifyHash(digest, signature, scheme.Hash, scheme.Padding),
        };
    }

    private bool Allows(KeyOperation operation) => key.KeyOps.Contains(operation);

    // The vault would refuse too; the official client says so without asking it.
    private void ThrowIfOutsideItsTime()
    {
        if (properties is null)
        {
            return;
        }

        var now = time.GetUtcNow();
        if (properties.NotBefore is { } start && now < start)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The key \"{properties.Name}\" is not valid before {start:r}."));
        }

        if (properties.ExpiresOn is { } end && now > end)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The key \"{properties.Name}\" is not valid after {end:r}."));
        }
    }
}
