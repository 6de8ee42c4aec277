using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>A key of Alipay's, read once.</summary>
internal sealed class AlipayPublicKey : IDisposable
{
    private const int BitsMin = 2048;

    private readonly RsaVerifier verifier;

    private AlipayPublicKey(RsaVerifier verifier) => this.verifier = verifier;

    /// <summary>Reads a SubjectPublicKeyInfo from PEM or from its bare base64.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out AlipayPublicKey? key)
    {
        key = Of(SpkiText.TryRead(text));
        return key is not null;
    }

    /// <summary>The key of a certificate; null when it is not one that Alipay signs with.
    /// </summary>
    public static AlipayPublicKey? Of(X509Certificate2 certificate)
        => Of(certificate.GetRSAPublicKey());

    /// <summary>Whether the base64 text signs the data: RSA PKCS#1 v1.5 over SHA-256.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> base64)
        => verifier.Verifies(data, base64);

    /// <inheritdoc/>
    public void Dispose() => verifier.Dispose();

    private static AlipayPublicKey? Of(RSA? candidate)
        => RsaVerifier.Of(candidate, BitsMin, HashAlgorithmName.SHA256) is { } verifier
            ? new AlipayPublicKey(verifier)
            : null;
}
