using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's key, read once from its certificate. The certificate's dates are not looked at: the
/// bank signs with one that has expired. Its key has 1024 bits; nobody else's may be so short.
/// </summary>
internal sealed class AbcBankKey : IDisposable
{
    private const int BitsMin = 1024;
    private const string PemLabel = "CERTIFICATE";

    private readonly RsaVerifier verifier;

    private AbcBankKey(RsaVerifier verifier) => this.verifier = verifier;

    /// <summary>Reads a certificate from PEM or from the bare base64 of its DER.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out AbcBankKey? key)
    {
        key = null;
        if (!DerText.TryRead(text, PemLabel, out var der))
        {
            return false;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            key = RsaVerifier.Of(certificate.GetRSAPublicKey(), BitsMin, AbcSignature.Hash)
                is { } verifier ? new AbcBankKey(verifier) : null;
        }
        catch (CryptographicException)
        {
            // Not a certificate: said by the answer.
        }

        return key is not null;
    }

    /// <summary>Whether the base64 text signs the data: RSA PKCS#1 v1.5 over SHA-1.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> base64)
        => verifier.Verifies(data, base64);

    /// <inheritdoc/>
    public void Dispose() => verifier.Dispose();
}
