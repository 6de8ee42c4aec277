using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// AEAD_AES_256_GCM under the APIv3 key: what WeChat Pay encrypts for the merchant.
/// </summary>
internal static class WeChatPayCipher
{
    /// <summary>The algorithm's name, the only one.</summary>
    public const string Algorithm = "AEAD_AES_256_GCM";

    /// <summary>Bytes of the APIv3 key: its 32 characters.</summary>
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>
    /// The plain bytes of <c>{algorithm, nonce, associated_data, ciphertext}</c>; null when it is
    /// not that, or the tag does not fit.
    /// </summary>
    public static byte[]? TryOpen(byte[] key, WeChatPayJson? sealedResource)
        => sealedResource is not null
            && sealedResource.Text("algorithm") is Algorithm
            && sealedResource.Text("nonce") is { } nonce
            && sealedResource.Text("ciphertext") is { } ciphertext
                ? TryOpen(
                    key, nonce, sealedResource.TextOrEmpty("associated_data") ?? "", ciphertext)
                : null;

    private static byte[]? TryOpen(
        byte[] key, string nonce, string associatedData, string base64)
    {
        var nonceBytes = Encoding.UTF8.GetBytes(nonce);
        var sealedBytes = new byte[base64.Length];
        if (key.Length != KeyBytes
            || nonceBytes.Length != NonceBytes
            || !Convert.TryFromBase64String(base64, sealedBytes, out var length)
            || length < TagBytes)
        {
            return null;
        }

        var plain = new byte[length - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                nonceBytes, sealedBytes.AsSpan(0, plain.Length),
                sealedBytes.AsSpan(plain.Length, TagBytes), plain,
                Encoding.UTF8.GetBytes(associatedData));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
