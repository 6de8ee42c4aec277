using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Texts of lines, each ended by a line feed, that are signed with RSA.</summary>
internal static class SignedText
{
    /// <summary>The one algorithm: SHA256withRSA, PKCS#1 v1.5, keys of 2048 bits.</summary>
    public const string Algorithm = "WECHATPAY2-SHA256-RSA2048";

    /// <summary>Lines, and then bytes as they came, ended by a line feed themselves.</summary>
    public static byte[] Of(IEnumerable<string> lines, byte[] body)
        => [.. Of(lines), .. body, (byte)'\n'];

    /// <summary>Lines alone.</summary>
    public static byte[] Of(IEnumerable<string> lines)
        => Encoding.UTF8.GetBytes(string.Concat(lines.Select(static l => l + '\n')));

    /// <summary>Whether a key signed a text; false too where that is no base64.</summary>
    public static bool IsBy(RSA key, byte[] text, string signature)
    {
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && key.VerifyData(
                text, bytes.AsSpan(0, length), HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1);
    }
}
