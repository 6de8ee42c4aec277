using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>JSON as this interface writes it: Chinese as it is.</summary>
internal static class ApiJson
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/json";

    private const string TimePattern = "yyyy-MM-ddTHH:mm:sszzz";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // never read as HTML
    };

    /// <summary>The bytes of an object.</summary>
    public static byte[] Write(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);

    /// <summary>A moment: RFC 3339 in Beijing's zone.</summary>
    public static string Time(DateTimeOffset moment)
        => moment.ToOffset(Beijing).ToString(
            TimePattern, System.Globalization.CultureInfo.InvariantCulture);
}
