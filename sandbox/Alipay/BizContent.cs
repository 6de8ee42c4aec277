using System.Text.Json;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The business fields of a request: one JSON object.</summary>
internal sealed class BizContent
{
    private readonly IReadOnlyDictionary<string, JsonElement> members;

    private BizContent(IReadOnlyDictionary<string, JsonElement> members) => this.members = members;

    /// <summary>A member as text: numbers as written, empty where absent.</summary>
    public string this[string name]
        => !members.TryGetValue(name, out var value) ? string.Empty
            : value.ValueKind is JsonValueKind.String ? value.GetString() ?? string.Empty
            : value.GetRawText();

    /// <summary>Whether a member is absent, or of a kind.</summary>
    public bool IsAbsentOr(string name, JsonValueKind kind)
        => !members.TryGetValue(name, out var value) || value.ValueKind == kind;

    /// <summary>A member that is an object; null where it is none.</summary>
    public BizContent? Object(string name)
        => members.TryGetValue(name, out var value) ? Read(value) : null;

    /// <summary>The objects of a member that is an array.</summary>
    public IReadOnlyList<BizContent?> Objects(string name)
        => members.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(Read)]
            : [];

    /// <summary>The texts of a member that is an array.</summary>
    public IReadOnlyList<string> Texts(string name)
        => members.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray()
                .Where(static i => i.ValueKind is JsonValueKind.String)
                .Select(static i => i.GetString() ?? string.Empty)]
            : [];

    /// <summary>
    /// Reads biz_content; null where it is no JSON object or names a member twice.
    /// </summary>
    public static BizContent? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BizContent? Read(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        return element.EnumerateObject().All(m => found.TryAdd(m.Name, m.Value.Clone()))
            ? new BizContent(found)
            : null;
    }
}
