using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Reads <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>. In a batch the message opens
/// with the refused operation's index and a colon.
/// </summary>
internal sealed class ServiceError : RequestFailedDetailsParser
{
    public static ServiceError Parser { get; } = new();

    public override bool TryParse(
        Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is null || response.Content.ToMemory().IsEmpty)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(response.Content);
            error = Read(document.RootElement, out var message);
            data = Index(message);
        }
        catch (JsonException)
        {
            // A proxy's page or XML: status and headers tell what there is to tell.
        }

        return error is not null;
    }

    private static ResponseError Read(JsonElement root, out string message)
    {
        message = null;
        if (!TryGet(root, "odata.error", out var error) || !TryGet(error, "code", out var code))
        {
            return null;
        }

        if (TryGet(error, "message", out var texts) && TryGet(texts, "value", out var text))
        {
            message = text.ToString();
        }

        return new ResponseError(code.ToString(), message);
    }

    private static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }

    private static Dictionary<string, string> Index(string message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        if (colon > 0 && int.TryParse(
            message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            data[TableTransactionFailedException.IndexKey] = message[..colon];
        }

        return data;
    }
}
