using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// What is told about a trade: by post to the merchant, by the browser on return.
/// </summary>
internal static class Notice
{
    private const string NothingByPoints = "0.00";

    /// <summary>The notification of a trade, as one attempt sends it.</summary>
    /// <param name="trade">What it is about.</param>
    /// <param name="now">The moment of this send.</param>
    /// <param name="key">Alipay's key.</param>
    /// <param name="spoilt">Whether the signature shall not fit.</param>
    public static WireMessage Post(Trade trade, DateTimeOffset now, RSA key, bool spoilt)
    {
        var order = trade.Order;
        var fields = new List<KeyValuePair<string, string>>
        {
            new("notify_time", BeijingTime.Format(now)),
            new("notify_type", "trade_status_sync"),
            new("notify_id", trade.NotifyId),
            new("app_id", order.Merchant.AppId),
            new("auth_app_id", order.Merchant.AuthAppId),
            new("charset", order.CharsetName),
            new("version", "1.0"),
            new("trade_no", trade.TradeNo),
            new("out_trade_no", order.OutTradeNo),
            new("buyer_id", Trade.BuyerId),
            new("buyer_logon_id", Trade.BuyerLogon),
            new("seller_id", order.Merchant.SellerId),
            new("trade_status", trade.WireStatus),
            new("total_amount", Yuan.Format(order.Fen)),
            new("subject", order.Subject),
            new("body", order.Body),
            new("gmt_create", BeijingTime.Format(trade.Created)),
            new("gmt_close", trade.Closed is { } c ? BeijingTime.Format(c) : string.Empty),
            new("passback_params", order.PassbackParams),
        };
        fields.AddRange(trade.Paid is { } paid ? OfPayment(Yuan.Format(order.Fen), paid) : []);
        fields.AddRange(trade.Refunds.Count > 0 ? OfRefund(trade) : []);
        return new(
            HttpMethods.Post,
            order.NotifyUrl,
            $"application/x-www-form-urlencoded; charset={order.CharsetName}",
            Encoding.ASCII.GetBytes(Signed(fields, order.CharsetName, key, spoilt)));
    }

    /// <summary>
    /// Where the payer's browser goes after paying; null where the order says nothing.
    /// </summary>
    public static string? Return(Trade trade, DateTimeOffset now, RSA key)
    {
        var order = trade.Order;
        if (order.ReturnUrl.Length == 0)
        {
            return null;
        }

        var query = Signed(
            [
                new("charset", order.CharsetName),
                new("out_trade_no", order.OutTradeNo),
                new("method", order.Method + ".return"),
                new("total_amount", Yuan.Format(order.Fen)),
                new("trade_no", trade.TradeNo),
                new("auth_app_id", order.Merchant.AuthAppId),
                new("version", "1.0"),
                new("app_id", order.Merchant.AppId),
                new("seller_id", order.Merchant.SellerId),
                new("timestamp", BeijingTime.Format(now)),
            ],
            order.CharsetName, key, spoilt: false);
        return WireMessage.Extend(order.ReturnUrl, query);
    }

    private static KeyValuePair<string, string>[] OfPayment(string amount, DateTimeOffset paid)
        =>
        [
            new("receipt_amount", amount),
            new("invoice_amount", amount),
            new("buyer_pay_amount", amount),
            new("point_amount", NothingByPoints),
            new("gmt_payment", BeijingTime.Format(paid)),
            new("fund_bill_list", $$"""[{"amount":"{{amount}}","fundChannel":"ALIPAYACCOUNT"}]"""),
        ];

    /// <summary>The last refund, and the sum of all.</summary>
    private static KeyValuePair<string, string>[] OfRefund(Trade trade)
        =>
        [
            new("refund_fee", Yuan.Format(trade.RefundedFen)),
            new("gmt_refund",
                BeijingTime.Format(trade.Refunds[^1].At, "yyyy-MM-dd HH:mm:ss.fff")),
            new("out_biz_no", trade.Refunds[^1].OutRequestNo),
        ];

    /// <summary>The fields, signed, as a form; what is empty is left out.</summary>
    public static string Signed(
        IReadOnlyList<KeyValuePair<string, string>> fields, string charset, RSA key, bool spoilt)
    {
        var encoding = Charset.Find(charset) ?? Charset.Utf8;
        var text = V1Signature.OfNotice(fields);
        var sign = V1Signature.Sign(spoilt ? text + " " : text, encoding, key);
        return FormText.Write(
            [
                .. fields.Where(static f => f.Value.Length > 0),
                new("sign_type", "RSA2"), new("sign", sign),
            ],
            encoding);
    }
}
