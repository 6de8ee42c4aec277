using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The signature of the XML interface: sorted fields, then the APIv2 key.</summary>
internal static class OlderSignature
{
    /// <summary>The name of HMAC-SHA256; anything else is MD5.</summary>
    public const string Hmac = "HMAC-SHA256";

    /// <summary>The signature, in upper case.</summary>
    public static string Sign(
        IEnumerable<KeyValuePair<string, string>> fields, string key, bool isHmac)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('&', fields
            .Where(static f => f.Value.Length > 0 && f.Key is not "sign")
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}")) + "&key=" + key);
        return Convert.ToHexString(isHmac
            ? HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), text)
            : Md5(text));
    }

    /// <summary>Whether fields carry their signature.</summary>
    public static bool Fits(IReadOnlyDictionary<string, string> fields, string key, bool isHmac)
        => string.Equals(
            fields.GetValueOrDefault("sign"), Sign(fields, key, isHmac), StringComparison.Ordinal);

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The simulated interface's default.")]
    private static byte[] Md5(byte[] text) => MD5.HashData(text);
}
