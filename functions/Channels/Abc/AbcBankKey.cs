using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's key, read once from its certificate. The certificate's dates are not looked at: the
/// bank signs with one that has expired. Its key has 1024 bits; nobody else's may be so short.
/// </summary>
internal sealed class AbcBankKey : IDisposable
{
    private const int BitsMin = 1024;
    private const int BitsMax = 8192;
    private const string PemLabel = "CERTIFICATE";

    // RSA promises nothing to threads; a verification takes microseconds, so they may queue.
    private readonly Lock gate = new();
    private readonly RSA rsa;
    private readonly int signatureBytes;

    private AbcBankKey(RSA rsa)
    {
        this.rsa = rsa;
        signatureBytes = (rsa.KeySize + 7) / 8;
    }

    /// <summary>Reads a certificate from PEM or from the bare base64 of its DER.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out AbcBankKey? key)
    {
        key = null;
        if (!TryDecode(text, out var der))
        {
            return false;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            var found = certificate.GetRSAPublicKey();
            if (found is { KeySize: >= BitsMin and <= BitsMax })
            {
                key = new AbcBankKey(found);
                return true;
            }

            found?.Dispose();
        }
        catch (CryptographicException)
        {
            // Not a certificate: said by the answer.
        }

        return false;
    }

    /// <summary>Whether the base64 text signs the data: RSA PKCS#1 v1.5 over SHA-1.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> base64)
    {
        Span<byte> signature = stackalloc byte[BitsMax / 8];
        if (base64.Length != Base64.GetMaxEncodedToUtf8Length(signatureBytes)
            || !Base64.IsValid(base64, out var length)
            || length != signatureBytes
            || Base64.DecodeFromUtf8(base64, signature, out _, out _)
                != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        lock (gate)
        {
            return rsa.VerifyData(
                data, signature[..signatureBytes], AbcSignature.Hash,
                RSASignaturePadding.Pkcs1);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => rsa.Dispose();

    private static bool TryDecode(string? text, out byte[] der)
    {
        der = [];
        var body = text.AsSpan();
        if (PemEncoding.TryFind(body, out var pem))
        {
            if (!body[pem.Label].SequenceEqual(PemLabel))
            {
                return false;
            }

            body = body[pem.Base64Data];
        }

        var buffer = new byte[body.Length];
        if (body.IsEmpty || !Convert.TryFromBase64Chars(body, buffer, out var written))
        {
            return false;
        }

        der = buffer[..written];
        return true;
    }
}
