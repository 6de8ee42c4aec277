using System.Text;
using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A request's body: one JSON object, in UTF-8 that is right.</summary>
internal static class ApiBody
{
    /// <summary>The object; null where it is none.</summary>
    public static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(Charset.Utf8.GetString(body));
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? document.RootElement.Clone()
                : null;
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A text by the names on the way to it; empty where it is absent.</summary>
    public static string TextAt(this JsonElement body, params string[] path)
        => body.Find(path) is { ValueKind: JsonValueKind.String } value
            ? value.GetString()!
            : string.Empty;

    /// <summary>A number likewise; null where it is absent.</summary>
    public static long? NumberAt(this JsonElement body, params string[] path)
        => body.Find(path) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;

    private static JsonElement? Find(this JsonElement body, IEnumerable<string> path)
    {
        var at = body;
        foreach (var name in path)
        {
            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }
}
