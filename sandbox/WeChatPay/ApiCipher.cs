using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>AEAD_AES_256_GCM with a merchant's APIv3 key.</summary>
internal static class ApiCipher
{
    /// <summary>The algorithm's name.</summary>
    public const string Algorithm = "AEAD_AES_256_GCM";

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>
    /// The members <c>algorithm</c>, <c>nonce</c>, <c>associated_data</c>, <c>ciphertext</c>.
    /// </summary>
    /// <param name="key">32 ASCII characters.</param>
    /// <param name="plain">What is hidden.</param>
    /// <param name="data">The associated data.</param>
    /// <param name="spoilt">Whether the tag shall not fit.</param>
    public static JsonObject Seal(string key, byte[] plain, string data, bool spoilt = false)
    {
        var nonce = RandomNumberGenerator.GetHexString(NonceLength);
        var sealedText = new byte[plain.Length + TagLength];
        using var cipher = new AesGcm(Encoding.ASCII.GetBytes(key), TagLength);
        cipher.Encrypt(
            Encoding.ASCII.GetBytes(nonce), plain, sealedText.AsSpan(0, plain.Length),
            sealedText.AsSpan(plain.Length), Encoding.UTF8.GetBytes(data));
        sealedText[^1] ^= spoilt ? (byte)1 : (byte)0;
        return new()
        {
            ["algorithm"] = Algorithm,
            ["nonce"] = nonce,
            ["associated_data"] = data,
            ["ciphertext"] = Convert.ToBase64String(sealedText),
        };
    }
}
