using System.Text;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// What we say in the older interface, which is for payers' codes only: fields, and the XML that
/// carries them.
/// </summary>
internal static class WeChatPayV2Messages
{
    /// <summary>Where codes are charged.</summary>
    public const string Charging = "/pay/micropay";

    /// <summary>Where charges are asked about.</summary>
    public const string Querying = "/pay/orderquery";

    /// <summary>Where they are reversed, which takes the merchant certificate.</summary>
    public const string Reversing = "/secapi/pay/reverse";

    /// <summary>The media type of what is sent.</summary>
    public const string MediaType = "text/xml; charset=utf-8";

    private const string TextEnd = "]]>";

    /// <summary>Charges a code.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Charge(
        WeChatPayAccount account, WeChatPayTill till, ChargeRequest request, string nonce)
        => Build(
            account, nonce,
            new("device_info", till.DeviceId ?? ""),
            new("body", WeChatPayText.Sayable(
                request.Order.Terms.Subject, WeChatPayOrderMessages.DescriptionBytesMax)),
            new("out_trade_no", request.Number.ToString()),
            new("total_fee", FenText.Write(request.Order.Terms.Total)),
            new("fee_type", Money.Cny),
            new("spbill_create_ip", till.DeviceIp ?? ""),
            new("auth_code", request.Code.Text));

    /// <summary>Names a trade, to ask about it or to reverse it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Name(
        WeChatPayAccount account, ChannelOrderNo number, string nonce)
        => Build(
            account, nonce,
            new KeyValuePair<string, string>("out_trade_no", number.ToString()));

    /// <summary>The signed document.</summary>
    public static byte[] Write(
        WeChatPayV2Access access, IEnumerable<KeyValuePair<string, string>> fields)
    {
        List<KeyValuePair<string, string>> all =
        [
            .. fields.Where(static f => f.Value.Length > 0),
        ];
        if (access.IsHmac)
        {
            all.Add(new("sign_type", WeChatPayV2Signature.Hmac));
        }

        all.Add(new(WeChatPayV2Signature.Field, WeChatPayV2Signature.Sign(access, all)));
        var xml = new StringBuilder("<xml>");
        foreach (var (name, value) in all)
        {
            xml.Append('<').Append(name).Append("><![CDATA[")
                .Append(value.Replace(TextEnd, "]]]]><![CDATA[>", StringComparison.Ordinal))
                .Append(TextEnd).Append("</").Append(name).Append('>');
        }

        return Encoding.UTF8.GetBytes(xml.Append("</xml>").ToString());
    }

    private static IEnumerable<KeyValuePair<string, string>> Build(
        WeChatPayAccount account, string nonce, params KeyValuePair<string, string>[] own)
        =>
        [
            new("appid", account.Identity.AppId),
            new("mch_id", account.Identity.MchId),
            new("sub_appid", account.Identity.SubAppId ?? ""),
            new("sub_mch_id", account.Identity.SubMchId ?? ""),
            new("nonce_str", nonce),
            .. own,
        ];
}
