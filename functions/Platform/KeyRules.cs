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
    /// Reads a public key, PEM or its bare base64, into SubjectPublicKeyInfo in base64; null when
    /// it is
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
            var content = Convert.FromBase64String(WithoutArmour(text));
            rsa.ImportSubjectPublicKeyInfo(content, out var length);
            return length == content.Length && rsa.KeySize is >= MinBits and <= MaxBits
                ? Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// The base64 of the one PEM block that is a public key. A private key is left as it is, and so
    /// refused: who sends one should hear of it.
    /// </summary>
    private static string WithoutArmour(string text)
        => PemEncoding.TryFind(text, out var block)
            && text.AsSpan()[block.Label].SequenceEqual("PUBLIC KEY")
            && text.AsSpan()[block.Location].Length == text.AsSpan().Trim().Length
                ? text[block.Base64Data]
                : text;

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
