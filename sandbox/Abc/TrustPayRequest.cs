using System.Text;
using System.Text.Json;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// A message, read as leniently as the bank must: commas before a bracket, brackets too many at
/// the end and members nobody knows do no harm. The SDK's own refund has two of these.
/// </summary>
internal sealed class TrustPayRequest
{
    private readonly JsonElement body;

    private TrustPayRequest(string merchantId, JsonElement body)
    {
        MerchantId = merchantId;
        this.body = body;
    }

    /// <summary>Whose request it says it is; empty where it says nothing.</summary>
    public string MerchantId { get; }

    /// <summary>What is asked; empty where it says nothing.</summary>
    public string TrxType => this["TrxType"];

    /// <summary>The part of a payment that is about the order.</summary>
    public TrustPayRequest Order => Part("Order");

    /// <summary>A text; empty where it is missing, or is no text.</summary>
    public string this[string name] => Text(body, name);

    /// <summary>An object in it; an empty one where it is missing.</summary>
    public TrustPayRequest Part(string name)
        => new(MerchantId, Member(body, name) ?? JsonElement.Parse("{}"));

    /// <summary>The objects of a list; null where there is no such list.</summary>
    public IReadOnlyList<TrustPayRequest>? List(string name)
        => Member(body, name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(item => new TrustPayRequest(MerchantId, item))]
            : null;

    /// <summary>Reads a message; null where there is no object at its beginning.</summary>
    public static TrustPayRequest? Read(string message)
    {
        try
        {
            var reader = new Utf8JsonReader(
                Encoding.UTF8.GetBytes(message),
                new JsonReaderOptions { AllowTrailingCommas = true });
            var root = JsonElement.ParseValue(ref reader);
            return new(
                Member(root, "Merchant") is { } merchant ? Text(merchant, "MerchantID") : "",
                Member(root, "TrxRequest") ?? JsonElement.Parse("{}"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement element, string name)
        => element.ValueKind is JsonValueKind.Object
            && element.TryGetProperty(name, out var member)
                ? member
                : null;

    private static string Text(JsonElement element, string name)
        => Member(element, name) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()!
            : "";
}
