using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>What is signed, and by what.</summary>
internal static class Md5Text
{
    /// <summary>The signature of a message: its fields sorted, in upper case.</summary>
    public static string Sign(
        IEnumerable<KeyValuePair<string, string>> fields, string key, Encoding encoding)
        => Convert.ToHexString(Hash(encoding.GetBytes(
            Joined(fields.OrderBy(static f => f.Key, StringComparer.Ordinal)) + "&key=" + key)));

    /// <summary>The signature of a bill's request: its fields as they stand, in lower case.
    /// </summary>
    public static string SignInOrder(
        IEnumerable<KeyValuePair<string, string>> fields, string key)
        => Convert.ToHexStringLower(Hash(Encoding.UTF8.GetBytes(
            Joined(fields) + "&key=" + key)));

    /// <summary>The MD5 of a password, in lower case.</summary>
    public static string OfPassword(string password)
        => Convert.ToHexStringLower(Hash(Encoding.UTF8.GetBytes(password)));

    /// <summary>Whether two texts are the same, in any case.</summary>
    public static bool IsSame(string one, string other)
        => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Joined(IEnumerable<KeyValuePair<string, string>> fields)
        => string.Join('&', fields
            .Where(static f => f.Value.Length > 0 && f.Key is not "sign")
            .Select(static f => $"{f.Key}={f.Value}"));

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The simulated channel knows no other.")]
    private static byte[] Hash(byte[] data) => MD5.HashData(data);
}
