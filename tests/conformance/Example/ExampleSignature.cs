using System.Security.Cryptography;
using System.Text;
using PayFunctions.Keys;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>
/// The example's signature: HMAC-SHA256 over every parameter but <c>sign</c>, sorted by name
/// ordinally and joined as <c>name=value</c> with <c>&amp;</c>, in lower hexadecimal digits.
/// </summary>
internal static class ExampleSignature
{
    /// <summary>The parameters with their signature.</summary>
    public static List<KeyValuePair<string, string>> Sign(
        Secret key, params IEnumerable<KeyValuePair<string, string>> parameters)
    {
        List<KeyValuePair<string, string>> signed = [.. parameters];
        signed.Add(new("sign", Convert.ToHexStringLower(Compute(key, signed))));
        return signed;
    }

    /// <summary>Whether the signature is genuine. Constant time; a missing one is not.</summary>
    public static bool Verifies(
        Secret key, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var sign = parameters.FirstOrDefault(static p => p.Key == "sign").Value ?? "";
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(sign),
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Compute(key, parameters))));
    }

    private static byte[] Compute(
        Secret key, IEnumerable<KeyValuePair<string, string>> parameters)
        => HMACSHA256.HashData(
            key.RevealBytes(),
            Encoding.UTF8.GetBytes(string.Join('&', parameters
                .Where(static p => p.Key != "sign")
                .OrderBy(static p => p.Key, StringComparer.Ordinal)
                .Select(static p => $"{p.Key}={p.Value}"))));
}
