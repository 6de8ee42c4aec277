using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>
/// MD5 over the sorted fields that have a value, then the MD5 of the key. What is left out
/// depends on the message and on whether it has a version.
/// </summary>
internal static class Signature
{
    // appKey is sent by some of the vendor's own kits and never signed.
    private static readonly string[] NeverSigned = ["mhtSignature", "appKey"];

    /// <summary>Whether an application signed a request; either case is taken.</summary>
    public static bool Fits(GatewayRequest request, string key)
    {
        var wanted = Of(request.Values, key, [.. NeverSigned, .. LeftOut(request)]);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(wanted),
            Encoding.UTF8.GetBytes(request["mhtSignature"].ToLowerInvariant()));
    }

    /// <summary>Signs an answer or a notification.</summary>
    /// <param name="fields">Every field but the signature.</param>
    /// <param name="key">The application's key.</param>
    /// <param name="signsType">Whether signType is signed: profile B, except for refunds.</param>
    public static string Of(
        IEnumerable<KeyValuePair<string, string>> fields, string key, bool signsType)
        => Of(fields, key, signsType ? [] : ["signType"]);

    private static IEnumerable<string> LeftOut(GatewayRequest request)
        => request switch
        {
            { IsOfRefunds: true } => ["signType"],
            { IsVersioned: true } => [],
            { Funcode: "WP001" or "T001" } => ["funcode", "deviceType", "mhtSignType"],
            _ => ["mhtSignType"],
        };

    private static string Of(
        IEnumerable<KeyValuePair<string, string>> fields, string key, string[] leftOut)
    {
        var signed = fields
            .Where(f => f.Value.Length > 0 && !leftOut.Contains(f.Key, StringComparer.Ordinal))
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}");
        return Md5($"{string.Join('&', signed)}&{Md5(key)}");
    }

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other algorithm.")]
    private static string Md5(string text)
        => Convert.ToHexStringLower(MD5.HashData(Charset.Utf8.GetBytes(text)));
}
