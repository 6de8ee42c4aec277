using System.Net;
using System.Text.Json;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// What we say to WeChat Pay to have an order paid. The same attempt is always said in the same
/// words: it may be posted again with the same values, and with no others.
/// </summary>
internal static class WeChatPayOrderMessages
{
    /// <summary>The longest description, in bytes.</summary>
    public const int DescriptionBytesMax = 127;

    /// <summary>So long a trade has to be open at least.</summary>
    public static readonly TimeSpan LifeMin = TimeSpan.FromMinutes(1);

    private const string Wap = "Wap";

    /// <summary>When the trade ends: with the order, but not before it can be paid.</summary>
    public static DateTimeOffset EndOf(Order order, Attempt attempt)
    {
        var earliest = attempt.OpenedAt + (2 * LifeMin);
        return order.ExpiresAt > earliest ? order.ExpiresAt : earliest;
    }

    /// <summary>Asks for a code that the payer scans.</summary>
    public static WeChatPayRequest Native(WeChatPayAccount account, PageRequest request)
        => Post(account, request, "native", static _ => { });

    /// <summary>Asks for a page that calls WeChat up.</summary>
    public static WeChatPayRequest H5(
        WeChatPayAccount account, PageRequest request, IPAddress payer)
        => Post(account, request, "h5", json =>
        {
            json.WriteStartObject("scene_info");
            json.WriteString("payer_client_ip", payer.ToString());
            json.WriteStartObject("h5_info");
            json.WriteString("type", Wap);
            json.WriteEndObject();
            json.WriteEndObject();
        });

    /// <summary>Asks for a trade that a page within WeChat opens.</summary>
    public static WeChatPayRequest Jsapi(
        WeChatPayAccount account, PageRequest request, string payer)
        => Post(account, request, "jsapi", json =>
        {
            json.WriteStartObject("payer");
            json.WriteString(
                !account.Identity.IsPartner ? "openid"
                    : account.Identity.SubAppId is null ? "sp_openid"
                    : "sub_openid",
                payer);
            json.WriteEndObject();
        });

    /// <summary>Asks for a trade that the merchant's application opens.</summary>
    public static WeChatPayRequest App(WeChatPayAccount account, PageRequest request)
        => Post(account, request, "app", static _ => { });

    /// <summary>Charges a payer's code.</summary>
    public static WeChatPayRequest Charge(
        WeChatPayAccount account, WeChatPayTill till, ChargeRequest request)
        => WeChatPayMessages.Post($"{account.Identity.Orders}/codepay", json =>
        {
            WriteOrder(json, account.Identity, request.Order, request.Number);
            json.WriteStartObject("payer");
            json.WriteString("auth_code", request.Code.Text);
            json.WriteEndObject();
            json.WriteStartObject("scene_info");
            WriteIfSaid(json, "device_id", till.DeviceId);
            WriteIfSaid(json, "device_ip", till.DeviceIp);
            json.WriteStartObject("store_info");
            WriteIfSaid(json, "id", till.StoreId);
            WriteIfSaid(json, "out_id", till.StoreOutId);
            json.WriteEndObject();
            json.WriteEndObject();
        });

    private static WeChatPayRequest Post(
        WeChatPayAccount account, PageRequest request, string product,
        Action<Utf8JsonWriter> own)
        => WeChatPayMessages.Post($"{account.Identity.Orders}/{product}", json =>
        {
            WriteOrder(json, account.Identity, request.Order, request.Number);
            json.WriteString(
                "time_expire", WeChatPayTime.Write(EndOf(request.Order, request.Attempt)));
            json.WriteString("notify_url", request.NotifyUrl.AbsoluteUri);
            own(json);
        });

    private static void WriteOrder(
        Utf8JsonWriter json, WeChatPayIdentity identity, Order order, ChannelOrderNo number)
    {
        identity.Write(json);
        json.WriteString(
            "description", WeChatPayText.Sayable(order.Terms.Subject, DescriptionBytesMax));
        json.WriteString("out_trade_no", number.ToString());
        json.WriteStartObject("amount");
        json.WriteNumber("total", order.Terms.Total.Fen);
        json.WriteString("currency", Money.Cny);
        json.WriteEndObject();
    }

    private static void WriteIfSaid(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
