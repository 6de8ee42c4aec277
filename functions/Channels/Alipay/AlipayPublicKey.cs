using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.Alipay;

/// <summary>A key of Alipay's, read once.</summary>
internal sealed class AlipayPublicKey : IDisposable
{
    private const int BitsMin = 2048;
    private const int BitsMax = 8192;
    private const string PemLabel = "PUBLIC KEY";

    // RSA promises nothing to threads; a verification takes microseconds, so they may queue.
    private readonly Lock gate = new();
    private readonly RSA rsa;
    private readonly int signatureBytes;

    private AlipayPublicKey(RSA rsa)
    {
        this.rsa = rsa;
        signatureBytes = (rsa.KeySize + 7) / 8;
    }

    /// <summary>Reads a SubjectPublicKeyInfo from PEM or from its bare base64.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out AlipayPublicKey? key)
    {
        key = null;
        if (!TryDecode(text, out var der))
        {
            return false;
        }

        var candidate = RSA.Create();
        try
        {
            candidate.ImportSubjectPublicKeyInfo(der, out var read);
            if (read == der.Length)
            {
                key = Of(candidate);
            }
        }
        catch (CryptographicException)
        {
            // Not a key: said by the answer.
        }

        if (key is null)
        {
            candidate.Dispose();
        }

        return key is not null;
    }

    /// <summary>The key of a certificate; null when it is not one that Alipay signs with.
    /// </summary>
    public static AlipayPublicKey? Of(X509Certificate2 certificate)
    {
        var candidate = certificate.GetRSAPublicKey();
        var key = candidate is null ? null : Of(candidate);
        if (key is null)
        {
            candidate?.Dispose();
        }

        return key;
    }

    /// <summary>Whether the base64 text signs the data: RSA PKCS#1 v1.5 over SHA-256.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> base64)
    {
        Span<byte> signature = stackalloc byte[BitsMax / 8];
        return base64.Length == Base64.GetMaxEncodedToUtf8Length(signatureBytes)
            && Base64.IsValid(base64, out var length)
            && length == signatureBytes
            && Decoded(base64, signature)
            && Verify(data, signature[..signatureBytes]);
    }

    /// <inheritdoc/>
    public void Dispose() => rsa.Dispose();

    private static AlipayPublicKey? Of(RSA candidate)
        => candidate.KeySize is >= BitsMin and <= BitsMax ? new AlipayPublicKey(candidate) : null;

    private static bool Decoded(ReadOnlySpan<byte> base64, Span<byte> signature)
        => Base64.DecodeFromUtf8(base64, signature, out _, out _)
            == System.Buffers.OperationStatus.Done;

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

    private bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (gate)
        {
            return rsa.VerifyData(
                data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }
}
