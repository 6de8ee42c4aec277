using System.Security.Cryptography;

namespace PayFunctions.Channels.Wire;

/// <summary>An RSA public key as an operator writes it: SubjectPublicKeyInfo, PEM or bare base64.
/// </summary>
internal static class SpkiText
{
    private const string PemLabel = "PUBLIC KEY";

    /// <summary>The key; null when the text is none. Whoever asked disposes of it.</summary>
    public static RSA? TryRead(string? text)
    {
        if (!DerText.TryRead(text, PemLabel, out var der))
        {
            return null;
        }

        var candidate = RSA.Create();
        try
        {
            candidate.ImportSubjectPublicKeyInfo(der, out var read);
            if (read == der.Length)
            {
                return candidate;
            }
        }
        catch (CryptographicException)
        {
            // Not a key: said by the answer.
        }

        candidate.Dispose();
        return null;
    }
}
