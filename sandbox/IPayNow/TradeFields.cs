using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>An order's fields, as queries and notifications say them.</summary>
internal static class TradeFields
{
    /// <summary>A number on the wire.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Profile A's answer to MQ001 and MQ002; it names no function.</summary>
    public static List<KeyValuePair<string, string>> OfA(Trade trade) =>
    [
        new("appId", trade.Order.Application.AppId),
        new("deviceType", trade.Order.Device),
        new("mhtCharset", "UTF-8"),
        new("mhtCurrencyType", "156"),
        new("mhtOrderAmt", Number(trade.Order.Fen)),
        new("mhtOrderName", trade.Order.Subject),
        new("mhtOrderNo", trade.Order.OutTradeNo),
        new("mhtOrderStartTime", trade.Order.Start),
        new("mhtOrderTimeOut", trade.Order.TimeOut),
        new("mhtOrderType", trade.Order.OrderType),
        new("nowPayOrderNo", trade.Number),
        new("payChannelType", trade.Channel),
        new("transStatus", trade.WireStatus),
    ];

    /// <summary>Profile B's, for MQ002 and N001.</summary>
    public static List<KeyValuePair<string, string>> OfB(Trade trade) =>
    [
        new("appId", trade.Order.Application.AppId),
        new("bankType", string.Empty),
        new("cardType", string.Empty),
        new("channelOrderNo", trade.ChannelOrderNo),
        new("deviceType", trade.Order.Device),
        new("discountAmt", "0"),
        new("mhtCharset", "UTF-8"),
        new("mhtCurrencyType", "156"),
        new("mhtOrderAmt", Number(trade.Order.Fen)),
        new("mhtOrderName", trade.Order.Subject),
        new("mhtOrderNo", trade.Order.OutTradeNo),
        new("mhtOrderStartTime", trade.Order.Start),
        new("mhtOrderTimeOut", trade.Order.TimeOut),
        new("mhtOrderType", trade.Order.OrderType),
        new("mhtReserved", trade.Order.Reserved),
        new("mhtSubMchId", trade.Order.SubMerchant),
        new("nowPayOrderNo", trade.Number),
        new("oriMhtOrderAmt", Number(trade.Order.Fen)),
        new("payChannelType", trade.Channel),
        new("payTime", TimeOf(trade.Paid)),
        new("transStatus", trade.WireStatus),
        new("version", trade.Order.Version),
    ];

    /// <summary>A moment on the wire; empty for none.</summary>
    public static string TimeOf(DateTimeOffset? moment)
        => moment is { } at ? BeijingTime.Format(at, BeijingTime.Digits) : string.Empty;
}
