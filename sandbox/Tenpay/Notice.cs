using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>What is told without being asked: by the server, and by the payer's browser.
/// </summary>
internal static class Notice
{
    /// <summary>The notification of a paid trade.</summary>
    public static WireMessage OfTrade(Trade trade, bool spoilt)
        => Message(
            trade.Order.Merchant, FieldsOf(trade), trade.Order.CharsetName,
            trade.Order.NotifyUrl, spoilt);

    /// <summary>Where the payer's browser goes after paying, with the same parameters.</summary>
    public static WireMessage Return(Trade trade)
        => WireMessage.Get(WireMessage.Extend(
            trade.Order.ReturnUrl,
            Signed(trade.Order.Merchant, FieldsOf(trade), trade.Order.CharsetName, false)));

    /// <summary>
    /// What an application is told of the user who opens it: no time, no number of its own.
    /// </summary>
    public static WireMessage OfLogin(
        Merchant merchant, IEnumerable<KeyValuePair<string, string>> fields, string url)
        => Message(merchant, fields, "UTF-8", url, spoilt: false);

    /// <summary>A signed message by GET or by POST, as the merchant is switched.</summary>
    public static WireMessage Message(
        Merchant merchant, IEnumerable<KeyValuePair<string, string>> fields, string charset,
        string url, bool spoilt)
    {
        var text = Signed(merchant, fields, charset, spoilt);
        return merchant.Switches.NotifyByGet
            ? WireMessage.Get(WireMessage.Extend(url, text))
            : new WireMessage(
                HttpMethods.Post, url, "application/x-www-form-urlencoded",
                Encoding.ASCII.GetBytes(text));
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(Trade trade)
        =>
        [
            .. trade.Order.Merchant.Switches.NotifyIdOnly ? [] : TradeAnswers.Fields(trade),
            new("notify_id", trade.NotifyId),
        ];

    private static string Signed(
        Merchant merchant, IEnumerable<KeyValuePair<string, string>> fields, string charset,
        bool spoilt)
    {
        var encoding = Charset.Find(charset) ?? Charset.Gbk;
        KeyValuePair<string, string>[] all =
        [
            .. fields.Concat(Answer.Extra(merchant)).Where(static f => f.Value.Length > 0),
            new("input_charset", charset),
            new(merchant.IdentityName, merchant.Registered.Identity),
            new("sign_key_index", merchant.Registered.KeyIndex),
            new("sign_type", "MD5"),
        ];
        var sign = Md5Text.Sign(
            all, merchant.Registered.Key + (spoilt ? "-" : string.Empty), encoding);
        return FormText.Write([.. all, new("sign", sign)], encoding);
    }
}
