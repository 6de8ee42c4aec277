using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The order of an answer to a question: base64 of a JSON object in GBK. It stands inside what was
/// signed.
/// </summary>
/// <param name="PayType">PayTypeID: what kind was asked about.</param>
/// <param name="Number">OrderNo: what number was asked about.</param>
/// <param name="Status">Two digits.</param>
/// <param name="Amount">OrderAmount.</param>
/// <param name="Refunded">RefundAmount, at refunds only.</param>
/// <param name="At">OrderDate and OrderTime; null when they cannot be read.</param>
internal sealed record AbcOrder(
    string PayType, string Number, string Status, Money? Amount, Money? Refunded,
    DateTimeOffset? At)
{
    /// <summary>Reads the field <c>Order</c>.</summary>
    public static bool TryRead(string? base64, [NotNullWhen(true)] out AbcOrder? order)
    {
        order = null;
        var bytes = new byte[base64?.Length ?? 0];
        if (!Convert.TryFromBase64String(base64 ?? "", bytes, out var length)
            || TextCharset.Gbk.TryDecode(bytes.AsSpan(0, length)) is not { } text)
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions
            {
                MaxDepth = AbcAnswer.DepthMax,
                AllowDuplicateProperties = false,
            });
            order = json.RootElement.ValueKind == JsonValueKind.Object
                ? Of(json.RootElement)
                : null;
        }
        catch (JsonException)
        {
            // Signed, and yet not JSON: said by the answer.
        }

        return order is not null;
    }

    private static AbcOrder Of(JsonElement json)
        => new(
            Text(json, "PayTypeID"),
            Text(json, "OrderNo"),
            Text(json, "Status"),
            Yuan(json, "OrderAmount"),
            Yuan(json, "RefundAmount"),
            BeijingClock.TryRead(
                $"{Text(json, "OrderDate")} {Text(json, "OrderTime")}", BeijingClock.Slashed,
                out var at)
                ? at
                : null);

    private static string Text(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static Money? Yuan(JsonElement json, string name)
        => YuanText.TryRead(Text(json, name), out var amount) ? amount : null;
}
