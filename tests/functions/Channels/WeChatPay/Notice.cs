using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Notifications as WeChat Pay makes them, with some of their fields changed.</summary>
internal static class Notice
{
    public const string Json = "application/json";

    /// <summary>The usual payment: what is decrypted, by field; values are raw JSON.</summary>
    public static readonly (string Name, string? Raw)[] Paid =
    [
        ("mchid", "\"1999000101\""), ("appid", "\"wx00000000000000a1\""),
        ("out_trade_no", $"\"{A.Number}\""), ("transaction_id", $"\"{A.TradeNo}\""),
        ("trade_type", "\"NATIVE\""), ("trade_state", "\"SUCCESS\""),
        ("success_time", "\"2026-01-02T03:04:09+08:00\""),
        ("payer", "{\"openid\":\"oTEST\"}"),
        ("amount", "{\"total\":8888,\"payer_total\":8888,\"currency\":\"CNY\"}"),
    ];

    /// <summary>The usual refund.</summary>
    public static readonly (string Name, string? Raw)[] Refunded =
    [
        ("mchid", "\"1999000101\""), ("out_trade_no", $"\"{A.Number}\""),
        ("transaction_id", $"\"{A.TradeNo}\""), ("out_refund_no", $"\"{A.RefundNumber}\""),
        ("refund_id", "\"50300009992026010200000000001\""), ("refund_status", "\"SUCCESS\""),
        ("success_time", "\"2026-01-02T03:34:05+08:00\""),
        ("amount", "{\"total\":8888,\"refund\":880,\"payer_total\":8888,\"payer_refund\":880}"),
    ];

    /// <summary>Fields as an object, some changed; those without a value are left out.</summary>
    public static string Plain(
        (string Name, string? Raw)[] fields, params (string Name, string? Raw)[] changes)
        => "{" + string.Join(',', fields
            .Where(f => !changes.Any(c => c.Name == f.Name))
            .Concat(changes)
            .Where(static f => f.Raw is not null)
            .Select(static f => $"\"{f.Name}\":{f.Raw}")) + "}";

    /// <summary>A whole notification's body around what is encrypted.</summary>
    public static string Body(
        string plain, string type = "TRANSACTION.SUCCESS", byte[]? key = null)
        => $$"""
            {"id":"7afd5432-afc0-5a59-80a0-5c91c2962373",
            "create_time":"2026-01-02T03:04:05+08:00","resource_type":"encrypt-resource",
            "event_type":"{{type}}","summary":"支付成功",
            "resource":{{Signed.Resource(plain, "transaction", key: key)}}}
            """;

    /// <summary>A body, signed now, as it arrives.</summary>
    public static RawNotification Raw(
        string body, Dictionary<string, string>? headers = null, string account = "main",
        string method = "POST", string? contentType = Json)
        => new(account, method, contentType, Encoding.UTF8.GetBytes(body))
        {
            Headers = WireHeaders.Of(headers ?? Signed.Headers(body, A.Now)),
        };
}
