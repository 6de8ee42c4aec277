using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.Wire;

/// <summary>Reads the client certificate that a channel hands out as a PKCS#12 file.</summary>
internal static class Pkcs12Certificate
{
    private const int BytesMax = 64 * 1024;

    // Only Linux can show a certificate whose key was never stored.
    private static X509KeyStorageFlags Storage
        => OperatingSystem.IsLinux()
            ? X509KeyStorageFlags.EphemeralKeySet
            : X509KeyStorageFlags.DefaultKeySet;

    /// <summary>
    /// Reads a file with exactly one certificate that has its private key. Its dates are not looked
    /// at: an expired one stops what it is shown for, nothing else.
    /// </summary>
    /// <param name="file">The bytes of the file; null is no file.</param>
    /// <param name="password">Its password.</param>
    /// <param name="certificate">The certificate with its key.</param>
    public static bool TryRead(
        byte[]? file, string password, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        if (file is not { Length: > 0 and <= BytesMax })
        {
            return false;
        }

        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(file, password, Storage);
        }
        catch (CryptographicException)
        {
            return false;
        }

        X509Certificate2[] ours = [.. all.Where(static c => c.HasPrivateKey)];
        if (ours is [var only])
        {
            certificate = only;
        }

        foreach (var other in all.Where(c => ours.Length != 1 || !ReferenceEquals(c, ours[0])))
        {
            other.Dispose();
        }

        return ours.Length == 1;
    }
}
