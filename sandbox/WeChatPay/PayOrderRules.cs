using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Reads an order from a body that has been checked.</summary>
internal static class PayOrderRules
{
    /// <summary>How long an order can be paid that names no end.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>The order, or why it is refused.</summary>
    public static (PayOrder? Order, ApiError? Error) Read(
        JsonElement body, Product product, Identity identity, DateTimeOffset now,
        bool addressMayChange)
    {
        var expire = body.TextAt("time_expire");
        var expires = TextRules.Moment(expire) ?? (now + Life);
        if (expires < now + Shortest)
        {
            return (null, ApiError.Parameter("/time_expire", expire, "支付结束时间过早"));
        }

        var openId = body.TextAt("payer", "openid") + body.TextAt("payer", "sp_openid");
        var subOpenId = body.TextAt("payer", "sub_openid");
        return identity.IsPartner && product is Product.Jsapi
            && openId.Length == 0 == (subOpenId.Length == 0)
            ? (null, ApiError.Parameter("/payer", string.Empty, "sp_openid和sub_openid二选一"))
            : subOpenId.Length > 0 && identity.SubAppId.Length == 0
            ? (null, ApiError.Parameter("/sub_appid", string.Empty, "sub_openid需要sub_appid"))
            : (new()
            {
                Identity = identity,
                Product = product,
                OutTradeNo = body.TextAt("out_trade_no"),
                Fen = body.NumberAt("amount", "total") ?? 0,
                Subject = body.TextAt("description"),
                Attach = body.TextAt("attach"),
                NotifyUrl = body.TextAt("notify_url"),
                OpenId = openId + subOpenId,
                IsSubOpenId = subOpenId.Length > 0,
                DeviceId = body.TextAt("scene_info", "device_id"),
                Expires = expires < now + Longest ? expires : now + Longest,
                Values = ValuesOf(body, addressMayChange),
            }, null);
    }

    /// <summary>Only the first posting's end counts, so another one may be named.</summary>
    private static JsonObject ValuesOf(JsonElement body, bool addressMayChange)
    {
        var values = JsonObject.Create(body)!.DeepClone().AsObject();
        values.Remove("time_expire");
        if (addressMayChange && values["scene_info"] is JsonObject scene)
        {
            scene.Remove("payer_client_ip");
        }

        return values;
    }
}
