using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The signature over sorted parameters: RSA PKCS#1 v1.5 with SHA-256.</summary>
internal static class V1Signature
{
    /// <summary>
    /// The signed text of a request: everything but <c>sign</c> and empty values.
    /// </summary>
    public static string OfRequest(IEnumerable<KeyValuePair<string, string>> values)
        => Join(values.Where(static v => !string.Equals(v.Key, "sign", StringComparison.Ordinal)));

    /// <summary>
    /// The signed text of a notification or return: without <c>sign_type</c> too.
    /// </summary>
    public static string OfNotice(IEnumerable<KeyValuePair<string, string>> values)
        => Join(values.Where(static v => v.Key is not ("sign" or "sign_type")));

    /// <summary>Signs a text.</summary>
    public static string Sign(string text, Encoding encoding, RSA key)
        => Convert.ToBase64String(key.SignData(
            encoding.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Whether a base64 signature fits a text.</summary>
    public static bool Verify(string text, Encoding encoding, string sign, RSA key)
    {
        var bytes = new byte[sign.Length];
        return Convert.TryFromBase64String(sign, bytes, out var length)
            && key.VerifyData(
                encoding.GetBytes(text), bytes.AsSpan(0, length),
                HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Join(IEnumerable<KeyValuePair<string, string>> values)
        => string.Join('&', values
            .Where(static v => v.Key.Length > 0 && v.Value.Length > 0)
            .OrderBy(static v => v.Key, StringComparer.Ordinal)
            .Select(static v => $"{v.Key}={v.Value}"));
}
