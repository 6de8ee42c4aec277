using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// A private RSA key of ours from a PKCS#12 file, for channels whose algorithm the vault's key API
/// lacks. A class without a ToString: it is a secret.
/// </summary>
internal sealed class Pkcs12Key : IDisposable
{
    /// <summary>The smallest key that may sign for us.</summary>
    public const int BitsMin = 2048;

    private const int BitsMax = 8192;
    private const int BytesMax = 64 * 1024;

    // RSA promises nothing to threads; a signature takes a millisecond, so they may queue.
    private readonly Lock gate = new();
    private readonly RSA rsa;

    private Pkcs12Key(RSA rsa, string serialNumber)
    {
        this.rsa = rsa;
        SerialNumber = serialNumber;
    }

    /// <summary>The certificate's serial number, in upper-case hex.</summary>
    public string SerialNumber { get; }

    /// <summary>
    /// Reads a file that holds exactly one private key, RSA of at least <see cref="BitsMin"/> bits,
    /// with its certificate. The certificate's dates are not looked at: the channel does that.
    /// </summary>
    /// <param name="file">The bytes of the file; null is no file.</param>
    /// <param name="password">Its password.</param>
    /// <param name="key">The key; whoever asked disposes of it.</param>
    public static bool TryRead(
        byte[]? file, string? password, [NotNullWhen(true)] out Pkcs12Key? key)
    {
        key = null;
        if (file is not { Length: > 0 and <= BytesMax })
        {
            return false;
        }

        X509Certificate2Collection? all = null;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(file, password, Storage);
            X509Certificate2[] ours = [.. all.Where(static c => c.HasPrivateKey)];
            key = ours is [var only] ? Of(only) : null;
        }
        catch (CryptographicException)
        {
            // Damaged, or another password: said by the answer.
        }
        finally
        {
            foreach (var certificate in all ?? [])
            {
                certificate.Dispose();
            }
        }

        return key is not null;
    }

    /// <summary>Signs: RSA PKCS#1 v1.5 over the digest of the data.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data, HashAlgorithmName algorithm)
    {
        lock (gate)
        {
            return rsa.SignData(data, algorithm, RSASignaturePadding.Pkcs1);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => rsa.Dispose();

    // The key stays in memory, except where the system can only put it into a key chain.
    private static X509KeyStorageFlags Storage
        => OperatingSystem.IsMacOS()
            ? X509KeyStorageFlags.DefaultKeySet
            : X509KeyStorageFlags.EphemeralKeySet;

    private static Pkcs12Key? Of(X509Certificate2 certificate)
    {
        var found = certificate.GetRSAPrivateKey();
        if (found is { KeySize: >= BitsMin and <= BitsMax })
        {
            return new Pkcs12Key(found, certificate.SerialNumber);
        }

        found?.Dispose();
        return null;
    }
}
