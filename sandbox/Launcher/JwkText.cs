using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Private RSA keys as JSON Web Keys.</summary>
internal static class JwkText
{
    /// <summary>A key with its private members, base64url without padding.</summary>
    public static string Write(RSA key)
    {
        var p = key.ExportParameters(includePrivateParameters: true);
        return JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(p.Modulus),
            ["e"] = Base64Url.EncodeToString(p.Exponent),
            ["d"] = Base64Url.EncodeToString(p.D),
            ["p"] = Base64Url.EncodeToString(p.P),
            ["q"] = Base64Url.EncodeToString(p.Q),
            ["dp"] = Base64Url.EncodeToString(p.DP),
            ["dq"] = Base64Url.EncodeToString(p.DQ),
            ["qi"] = Base64Url.EncodeToString(p.InverseQ),
        });
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RSA Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return RSA.Create(new RSAParameters
        {
            Modulus = Bytes(root, "n"),
            Exponent = Bytes(root, "e"),
            D = Bytes(root, "d"),
            P = Bytes(root, "p"),
            Q = Bytes(root, "q"),
            DP = Bytes(root, "dp"),
            DQ = Bytes(root, "dq"),
            InverseQ = Bytes(root, "qi"),
        });
    }

    private static byte[] Bytes(JsonElement root, string name)
        => Base64Url.DecodeFromChars(root.GetProperty(name).GetString());
}
