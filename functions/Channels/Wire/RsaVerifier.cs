using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// The RSA key of a channel, which verifies what the channel signs: PKCS#1 v1.5 over one hash.
/// </summary>
internal sealed class RsaVerifier : IDisposable
{
    private const int BitsMax = 8192;

    // RSA promises nothing to threads; a verification takes microseconds, so they may queue.
    private readonly Lock gate = new();
    private readonly RSA rsa;
    private readonly HashAlgorithmName hash;
    private readonly int signatureBytes;

    private RsaVerifier(RSA rsa, HashAlgorithmName hash)
    {
        this.rsa = rsa;
        this.hash = hash;
        signatureBytes = (rsa.KeySize + 7) / 8;
    }

    /// <summary>Takes the key over. Null, and the key is disposed of, when it is too short or
    /// longer than 8192 bits.</summary>
    /// <param name="key">The key; null stays null.</param>
    /// <param name="bitsMin">The shortest that is taken.</param>
    /// <param name="hash">What is signed.</param>
    public static RsaVerifier? Of(RSA? key, int bitsMin, HashAlgorithmName hash)
    {
        if (key is null)
        {
            return null;
        }

        if (key.KeySize >= bitsMin && key.KeySize <= BitsMax)
        {
            return new RsaVerifier(key, hash);
        }

        key.Dispose();
        return null;
    }

    /// <summary>Whether the base64 text signs the data. Only the one spelling of exactly the key's
    /// length is read.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> base64)
    {
        Span<byte> signature = stackalloc byte[BitsMax / 8];
        return base64.Length == Base64.GetMaxEncodedToUtf8Length(signatureBytes)
            && Base64.IsValid(base64, out var length)
            && length == signatureBytes
            && Base64.DecodeFromUtf8(base64, signature, out _, out _) == OperationStatus.Done
            && Verify(data, signature[..signatureBytes]);
    }

    /// <inheritdoc/>
    public void Dispose() => rsa.Dispose();

    private bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (gate)
        {
            return rsa.VerifyData(data, signature, hash, RSASignaturePadding.Pkcs1);
        }
    }
}
