using System.Globalization;
using System.Text.Json.Nodes;
using PayFunctions.Host;
using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>An order as JSON.</summary>
internal static class PaymentJson
{
    /// <summary>The answer to a creation.</summary>
    public static JsonObject OfCreated(
        Order order, GatewayAddress gateway, string? codeUrl = null,
        IReadOnlyList<KeyValuePair<string, string>>? wallet = null)
    {
        var json = new JsonObject
        {
            ["transaction_id"] = order.Id.Value,
            ["out_trade_no"] = order.OutTradeNo,
            ["trade_state"] = TradeState.Of(order),
            ["total_fee"] = order.Terms.Total.Fen,
            ["fee_type"] = order.Terms.Total.Currency,
            ["pay_url"] = gateway.PayUrl(order).AbsoluteUri,
            ["expires_at"] = Time(order.ExpiresAt),
            ["order_version"] = order.Version,
        };
        Add(json, "code_url", codeUrl);
        if (wallet is not null)
        {
            json["wallet"] = new JsonObject(wallet.Select(
                static p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
        }

        return json;
    }

    /// <summary>The order, whole; what it does not have is left out.</summary>
    public static JsonObject Of(Order order)
    {
        var json = new JsonObject
        {
            ["transaction_id"] = order.Id.Value,
            ["out_trade_no"] = order.OutTradeNo,
            ["trade_state"] = TradeState.Of(order),
            ["total_fee"] = order.Terms.Total.Fen,
            ["fee_type"] = order.Terms.Total.Currency,
            ["subject"] = order.Terms.Subject,
            ["time_created"] = Time(order.CreatedAt),
            ["time_expire"] = Time(order.ExpiresAt),
            ["order_version"] = order.Version,
        };
        Add(json, "attach", order.Terms.Attach);
        Add(json, "channel", ChannelOf(order));
        Add(json, "channel_trade_no", order.Payment?.ChannelTradeNo);
        Add(json, "time_end", Time(order.Payment?.PaidAt ?? order.ClosedAt));
        KCodeJson.Add(json, order);
        if (!order.Refunds.IsEmpty)
        {
            json["refunds"] = new JsonArray(
                [.. order.Refunds.Select(r => RefundJson.Part(order, r))]);
        }

        return json;
    }

    /// <summary>The product of the payment, else of the latest attempt.</summary>
    public static string? ChannelOf(Order order)
        => (order.Payment is { } payment
            ? order.FindAttempt(payment.Attempt)
            : order.Attempts.LastOrDefault())?.Product;

    /// <summary>A moment: ISO 8601 in UTC, to the second.</summary>
    public static string? Time(DateTimeOffset? at)
        => at?.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Adds a member that is there.</summary>
    public static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
