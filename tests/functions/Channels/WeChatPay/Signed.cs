using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>What WeChat Pay signs and encrypts, written apart from the channel's code.</summary>
internal static class Signed
{
    private const string Nonce = "0123456789ABCDEF0123456789ABCDEF";

    /// <summary>The headers over those bytes.</summary>
    public static Dictionary<string, string> Headers(
        string body, DateTimeOffset now, RSA? key = null, string? serial = null)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = (key ?? WeChatPayVectors.WeChatPay).SignData(
            Encoding.UTF8.GetBytes($"{timestamp}\n{Nonce}\n{body}\n"), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Wechatpay-Nonce"] = Nonce,
            ["Wechatpay-Serial"] = serial ?? WeChatPayVectors.PublicKeyId,
            ["Wechatpay-Signature"] = Convert.ToBase64String(signature),
            ["Wechatpay-Timestamp"] = timestamp,
        };
    }

    /// <summary>A resource as it stands in a notification.</summary>
    public static string Resource(
        string plain, string original, string associated = "transaction", byte[]? key = null)
    {
        const string nonce = "abcdefghijkl";
        var bytes = Encoding.UTF8.GetBytes(plain);
        var ciphertext = new byte[bytes.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(key ?? WeChatPayVectors.ApiV3Key, tag.Length);
        aes.Encrypt(
            Encoding.ASCII.GetBytes(nonce), bytes, ciphertext, tag,
            Encoding.ASCII.GetBytes(associated));
        return $$"""
            {"original_type":"{{original}}","algorithm":"AEAD_AES_256_GCM",
            "ciphertext":"{{Convert.ToBase64String([.. ciphertext, .. tag])}}",
            "associated_data":"{{associated}}","nonce":"{{nonce}}"}
            """;
    }
}
