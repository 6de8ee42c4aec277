using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>The public document of the gateway's keys.</summary>
internal static class JwksDocument
{
    public const int BytesMax = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    /// <summary>The RSA signature keys of the document, in its order.</summary>
    /// <exception cref="FormatException">Not a key set.</exception>
    public static List<(string KeyId, RSAParameters Key)> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var keys = document.RootElement.GetProperty("keys");
            return keys.GetArrayLength() <= GatewayKeySet.CountMax
                ? [.. keys.EnumerateArray().Where(IsForSignatures).Select(ReadKey)]
                : throw new FormatException("The key set has too many keys.");
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException
            or InvalidOperationException or CryptographicException)
        {
            throw new FormatException("This is not a set of public keys.", problem);
        }
    }

    private static bool IsForSignatures(JsonElement key)
        => Says(key, "kty", "RSA") && Says(key, "use", "sig") && Says(key, "alg", "RS256");

    private static bool Says(JsonElement key, string name, string word)
        => key.TryGetProperty(name, out var value) && value.ValueEquals(word);

    private static (string KeyId, RSAParameters Key) ReadKey(JsonElement key)
        => (key.GetProperty("kid").GetString() ?? "", new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(key.GetProperty("n").GetString()),
            Exponent = Base64Url.DecodeFromChars(key.GetProperty("e").GetString()),
        });
}
