using System.Security.Cryptography;

namespace PayFunctions.Platform;

/// <summary>Two keys valid while rotating; a key_id never changes its meaning.</summary>
internal static class KeyRules
{
    /// <summary>The smallest RSA key that is taken, in bits.</summary>
    public const int MinBits = 2048;

    /// <summary>The largest, in bits: verification must stay cheap.</summary>
    public const int MaxBits = 4096;

    private const int MaxTextLength = 4096;

    /// <summary>
    /// Reads a public key, PEM or its bare base64, into SubjectPublicKeyInfo in base64; null when it is
    /// none that we take.
    /// </summary>
    public static string? Normalise(string text)
    {
        if (text.Length > MaxTextLength)
        {
            return null;
        }

        try
        {
            using var rsa = RSA.Create();
            if (text.Contains("-----BEGIN", StringComparison.Ordinal))
            {
                rsa.ImportFromPem(text);
            }
            else
            {
                rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            }

            return rsa.KeySize is >= MinBits and <= MaxBits
                ? Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException
            or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Adds a normalised key.</summary>
    public static (KeyVerdict Verdict, Application Next) Add(
        Application application, ApplicationKey key)
    {
        if (application.FindKey(key.KeyId) is { } same)
        {
            return string.Equals(same.PublicKey, key.PublicKey, StringComparison.Ordinal)
                ? (KeyVerdict.Done, application)
                : (KeyVerdict.ContentDiffers, application);
        }

        return application.Keys.Length >= Application.MaxKeys
            ? (KeyVerdict.Limit, application)
            : (KeyVerdict.Done, application with { Keys = application.Keys.Add(key) });
    }

    /// <summary>Removes a key; removing none is done already.</summary>
    public static Application Remove(Application application, string keyId)
        => application with
        {
            Keys =
            [
                .. application.Keys.Where(
                    k => !string.Equals(k.KeyId, keyId, StringComparison.Ordinal)),
            ],
        };
}
