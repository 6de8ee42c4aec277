using System.Text.Json;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// An object of WeChat Pay's. Fields that nobody knows are passed over: answers may gain some. A
/// field of another kind than asked for is none.
/// </summary>
internal sealed class WeChatPayJson
{
    private const int DepthMax = 16;

    private readonly JsonElement root;

    private WeChatPayJson(JsonElement root) => this.root = root;

    /// <summary>Reads an object; null when the bytes are none, or a field comes twice.</summary>
    public static WeChatPayJson? TryRead(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions
            {
                MaxDepth = DepthMax,
                AllowDuplicateProperties = false,
            });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new WeChatPayJson(document.RootElement.Clone())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text that is not empty, or null.</summary>
    public string? Text(string name) => Field(name, orEmpty: false);

    /// <summary>A text, the empty one too, or null.</summary>
    public string? TextOrEmpty(string name) => Field(name, orEmpty: true);

    /// <summary>An object within, or null.</summary>
    public WeChatPayJson? Inner(string name)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? new WeChatPayJson(value)
            : null;

    /// <summary>The objects of an array within, at most so many; null when there is no such array,
    /// or another thing in it.</summary>
    public IReadOnlyList<WeChatPayJson>? Objects(string name, int most)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() <= most
            && value.EnumerateArray().All(static v => v.ValueKind == JsonValueKind.Object)
                ? [.. value.EnumerateArray().Select(static v => new WeChatPayJson(v))]
                : null;

    /// <summary>An amount of fen: a whole number that is not negative, nothing above
    /// <see cref="Money.MaxFen"/>; else null.</summary>
    public Money? Fen(string name)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var fen) && fen is >= 0 and <= Money.MaxFen
                ? Money.OfFen(fen)
                : null;

    private string? Field(string name, bool orEmpty)
    {
        if (!root.TryGetProperty(name, out var value)
            || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            var text = value.GetString()!;
            return orEmpty || text.Length > 0 ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;  // bytes or escapes that are no text
        }
    }
}
