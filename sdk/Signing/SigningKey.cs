using System.Globalization;
using System.Security.Cryptography;

namespace PayFunctions.Sdk;

/// <summary>An RSA private key held in memory, imported once and used by many threads.</summary>
/// <remarks>It cannot be read back: not by a property, not by <see cref="ToString"/>.</remarks>
public sealed class SigningKey : IRequestSigner, IDisposable
{
    private const int KeySizeBitsMin = 2048;
    private const int KeySizeBitsMax = 4096;
    private const int FileBytesMax = 64 * 1024;

    private readonly RSA _rsa;

    private SigningKey(RSA rsa) => _rsa = rsa;

    /// <summary>Reads an unencrypted PEM, PKCS#8 or PKCS#1.</summary>
    /// <param name="pem">The text with its <c>BEGIN</c> and <c>END</c> lines.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">Not such a PEM, or under 2048 bits.</exception>
    public static SigningKey FromPem(string pem)
        => Import(
            rsa => rsa.ImportFromPem(pem), nameof(pem), "an unencrypted RSA private key in PEM");

    /// <summary>Reads an unencrypted PEM from a file of at most 64 KiB.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The file holds no such PEM.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SigningKey FromFile(string path)
        => new FileInfo(path) is { Exists: true, Length: > FileBytesMax }
            ? throw new ArgumentException("The key file is over 64 KiB.", nameof(path))
            : FromPem(File.ReadAllText(path));

    /// <summary>Reads the bare base64 of a DER key, PKCS#8 or PKCS#1.</summary>
    /// <param name="der">Base64; line breaks are fine.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">Not such a key, or under 2048 bits.</exception>
    public static SigningKey FromBase64(string der)
        => Import(rsa => ImportDer(rsa, der), nameof(der), "an RSA private key in base64");

    /// <summary>Signs with a key that never leaves Azure Key Vault, over its REST API.</summary>
    /// <param name="keyId">
    /// The key with its version: <c>https://{vault}/keys/{name}/{version}</c>. Without the version
    /// a rotation would change the signer under one key id.
    /// </param>
    /// <param name="accessToken">
    /// Gives a bearer token for the resource in its argument, such as
    /// <c>https://vault.azure.net</c>. It is asked for every signature: keep tokens until they
    /// expire (Azure.Identity credentials do).
    /// </param>
    /// <param name="handler">The connection; by default one without proxies or redirects.</param>
    /// <param name="clock">The clock of the 10 s limit; by default the system's.</param>
    /// <returns>A signer for <see cref="PayOptions.Signer"/>; dispose it at the end.</returns>
    /// <exception cref="ArgumentException">The address is not a versioned https key.</exception>
    public static VaultSigner FromVault(
        Uri keyId,
        Func<Uri, CancellationToken, ValueTask<string>> accessToken,
        HttpMessageHandler? handler = null,
        TimeProvider? clock = null)
        => new(keyId, accessToken, handler, clock ?? TimeProvider.System);

    /// <summary>Signs a digest with RSA, PKCS#1 v1.5 padding (RS256).</summary>
    /// <param name="sha256">The 32 bytes of a SHA-256 digest.</param>
    /// <returns>The signature.</returns>
    public byte[] SignHash(ReadOnlySpan<byte> sha256)
        => _rsa.SignHash(sha256, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    public ValueTask<byte[]> SignHashAsync(
        ReadOnlyMemory<byte> sha256, CancellationToken cancellation = default)
        => ValueTask.FromResult(SignHash(sha256.Span));

    /// <summary>The kind and size of the key, nothing of its content.</summary>
    /// <returns>A sentence fit for logs.</returns>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"RSA private key, {_rsa.KeySize} bits");

    /// <inheritdoc/>
    public void Dispose() => _rsa.Dispose();

    private static SigningKey Import(Action<RSA> import, string parameter, string expected)
    {
        var rsa = RSA.Create();
        var problem = !Imports(rsa, import)
            ? $"This is not {expected}."
            : rsa.KeySize is < KeySizeBitsMin or > KeySizeBitsMax
                ? "The key must have 2048 to 4096 bits."
                : null;
        if (problem is null)
        {
            return new SigningKey(rsa);
        }

        rsa.Dispose();
        throw new ArgumentException(problem, parameter);
    }

    /// <summary>No exception passes on: a parser's message might quote what it was given.</summary>
    private static bool Imports(RSA rsa, Action<RSA> import)
    {
        try
        {
            import(rsa);

            // A public key imports as well; only a signature tells them apart. It also makes the
            // platform build its key now, once, before threads share it.
            rsa.SignHash(
                new byte[SHA256.HashSizeInBytes],
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1);
            return true;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException
            or CryptographicException)
        {
            return false;
        }
    }

    private static void ImportDer(RSA rsa, string base64)
    {
        var der = Convert.FromBase64String(base64);
        try
        {
            rsa.ImportPkcs8PrivateKey(der, out _);
        }
        catch (CryptographicException)
        {
            rsa.ImportRSAPrivateKey(der, out _);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }
}
