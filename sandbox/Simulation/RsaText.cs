using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Reads RSA keys in the forms in which people paste them.</summary>
internal static class RsaText
{
    /// <summary>A private key: PEM, or bare base64 of PKCS#8 or PKCS#1.</summary>
    /// <exception cref="CryptographicException">It is none of these.</exception>
    public static RSA Private(string text)
    {
        var rsa = RSA.Create();
        if (IsPem(text))
        {
            rsa.ImportFromPem(text);
            return rsa;
        }

        var der = Convert.FromBase64String(text);
        try
        {
            rsa.ImportPkcs8PrivateKey(der, out _);
        }
        catch (CryptographicException)
        {
            rsa.ImportRSAPrivateKey(der, out _);
        }

        return rsa;
    }

    /// <summary>A public key: PEM, or bare base64 of SubjectPublicKeyInfo.</summary>
    /// <exception cref="CryptographicException">It is neither.</exception>
    public static RSA Public(string text)
    {
        var rsa = RSA.Create();
        if (IsPem(text))
        {
            rsa.ImportFromPem(text);
        }
        else
        {
            rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
        }

        return rsa;
    }

    private static bool IsPem(string text)
        => text.Contains("-----BEGIN", StringComparison.Ordinal);
}
