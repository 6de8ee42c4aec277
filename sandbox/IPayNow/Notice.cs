using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>What the merchant is told: N001 by post, N002 by the payer's browser.</summary>
internal static class Notice
{
    private const string Payer = "o-sandbox-payer";

    /// <summary>N001 of a payment.</summary>
    public static WireMessage OfPayment(Trade trade, string type, bool spoilt)
        => new(
            HttpMethods.Post, trade.Order.NotifyUrl, type,
            Encoding.ASCII.GetBytes(Signed(
                trade, trade.Order.IsVersioned ? OfB(trade) : OfA(trade), spoilt)));

    /// <summary>
    /// N001 of a refund, in profile A: a payment's, but for its type, state and number.
    /// </summary>
    public static WireMessage OfRefund(Trade trade, Refund refund, string type, bool spoilt)
    {
        string[] others = ["mhtOrderType", "nowPayOrderNo", "tradeStatus"];
        return new(
            HttpMethods.Post, refund.NotifyUrl, type,
            Encoding.ASCII.GetBytes(Signed(
                trade,
                [
                    .. OfA(trade).Where(f => !others.Contains(f.Key, StringComparer.Ordinal)),
                    new("mhtOrderType", "04"),
                    new("nowPayOrderNo", refund.Number),
                    new("refundOrderNo", refund.MerchantNo),
                    new("tradeStatus", "R010"),
                ],
                spoilt)));
    }

    /// <summary>
    /// Where the payer's browser goes after paying: N002 in profile A; profile B tells nothing
    /// there. Null where the order names no address.
    /// </summary>
    public static WireMessage? Front(Trade trade, bool byPost)
    {
        var order = trade.Order;
        if (order.FrontUrl.Length == 0)
        {
            return null;
        }

        if (order.IsVersioned)
        {
            return WireMessage.Get(order.FrontUrl);
        }

        var text = Signed(
            trade,
            [
                new("appId", order.Application.AppId),
                new("funcode", "N002"),
                new("mhtCharset", "UTF-8"),
                new("mhtOrderNo", order.OutTradeNo),
                new("mhtReserved", order.Reserved),
                new("tradeStatus", trade.WireStatus),
            ],
            spoilt: false);
        return byPost
            ? new(
                HttpMethods.Post, order.FrontUrl, "application/x-www-form-urlencoded",
                Encoding.ASCII.GetBytes(text))
            : WireMessage.Get(WireMessage.Extend(order.FrontUrl, text));
    }

    private static List<KeyValuePair<string, string>> OfA(Trade trade) =>
    [
        new("appId", trade.Order.Application.AppId),
        new("deviceType", trade.Order.Device),
        new("funcode", "N001"),
        new("mhtCharset", "UTF-8"),
        new("mhtCurrencyType", "156"),
        new("mhtOrderAmt", TradeFields.Number(trade.Order.Fen)),
        new("mhtOrderName", trade.Order.Subject),
        new("mhtOrderNo", trade.Order.OutTradeNo),
        new("mhtOrderStartTime", trade.Order.Start),
        new("mhtOrderTimeOut", trade.Order.TimeOut),
        new("mhtOrderType", trade.Order.OrderType),
        new("mhtReserved", trade.Order.Reserved),
        new("nowPayOrderNo", trade.Number),
        new("payChannelType", trade.Channel),
        new("payConsumerId", string.Empty),
        new("tradeStatus", trade.WireStatus),
    ];

    private static List<KeyValuePair<string, string>> OfB(Trade trade) =>
    [
        .. TradeFields.OfB(trade),
        new("funcode", "N001"),
        new("payConsumerId", Payer),
    ];

    /// <summary>Sorted by name, empty ones included.</summary>
    private static string Signed(
        Trade trade, List<KeyValuePair<string, string>> fields, bool spoilt)
    {
        fields.Add(new("signType", "MD5"));
        var signature = Signature.Of(
            fields, trade.Order.Application.Key + (spoilt ? " " : string.Empty),
            trade.Order.IsVersioned);
        return FormText.Write(
            fields.Append(new("signature", signature))
                .OrderBy(static f => f.Key, StringComparer.Ordinal),
            Charset.Utf8);
    }
}
