using System.Text.Json;

namespace PayFunctions.MerchantApi;

/// <summary>
/// A flat JSON object as named texts. Strict: one object, known members, each once, no nesting;
/// whole numbers only where a number is expected, and true or false where a flag is.
/// </summary>
internal static class JsonFields
{
    private const int MaxDepth = 4;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads the object, or says what is wrong with it.</summary>
    /// <param name="body">UTF-8 JSON; nothing at all stands for <c>{}</c>.</param>
    /// <param name="texts">Members that are strings.</param>
    /// <param name="numbers">Members that are whole numbers.</param>
    /// <param name="flags">Members that are true or false.</param>
    public static (Dictionary<string, string>? Fields, ApiError? Error) Read(
        ReadOnlyMemory<byte> body, string[] texts, string[] numbers, string[]? flags = null)
    {
        if (body.IsEmpty)
        {
            return (new Dictionary<string, string>(StringComparer.Ordinal), null);
        }

        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Flatten(json.RootElement, texts, numbers, flags ?? [])
                : (null, new ApiError(ApiErrorCode.BodyMalformed));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not valid UTF-16 when decoded.
            return (null, new ApiError(ApiErrorCode.BodyMalformed));
        }
    }

    private static (Dictionary<string, string>? Fields, ApiError? Error) Flatten(
        JsonElement json, string[] texts, string[] numbers, string[] flags)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        ApiError? wrong = null;
        foreach (var member in json.EnumerateObject())
        {
            var isNumber = numbers.Contains(member.Name, StringComparer.Ordinal);
            var isFlag = flags.Contains(member.Name, StringComparer.Ordinal);
            if (!isNumber && !isFlag && !texts.Contains(member.Name, StringComparer.Ordinal))
            {
                return (null, new ApiError(ApiErrorCode.BodyMalformed));
            }

            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Null:
                    break;
                case JsonValueKind.String when !isNumber && !isFlag:
                    fields.Add(member.Name, member.Value.GetString()!);
                    break;
                case JsonValueKind.Number when isNumber:
                case JsonValueKind.True or JsonValueKind.False when isFlag:
                    fields.Add(member.Name, member.Value.GetRawText());
                    break;
                default:
                    // Said only when the rest is well-formed: a malformed body comes first.
                    wrong ??= new ApiError(ApiErrorCode.ParameterInvalid, member.Name);
                    break;
            }
        }

        return wrong is null ? (fields, null) : (null, wrong);
    }
}
