using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.IPayNow;

/// <summary>What we say to ipaynow about money that goes back.</summary>
internal static class IPayNowRefundMessages
{
    private const int ReasonMax = 100;
    private const string RefundType = "04";
    private const string NoReason = "refund";
    private const string CancelReason = "cancel";

    /// <summary>
    /// The number of an order's one cancel: the order's, and <c>C</c>. Never one of a refund.
    /// </summary>
    public static string CancelNumber(ChannelOrderNo order) => $"{order}C";

    /// <summary>Refunds, by T001 or R001.</summary>
    public static List<KeyValuePair<string, string>> Refund(
        IPayNowAccount account, RefundRequest request)
        => account.Profile == IPayNowProfile.A
            ? OldRefund(account, request)
            : Signed(
                account, IPayNowFuncode.Refund,
                [
                    new("amount", IPayNowAmount.Write(request.Total)),
                    new("mhtOrderNo", request.Trade.Number.ToString()),
                    new("mhtRefundNo", request.Number.ToString()),
                    new("reason", ReasonOf(request)),
                ]);

    /// <summary>Asks about a refund, in profile B.</summary>
    public static List<KeyValuePair<string, string>> RefundQuery(
        IPayNowAccount account, RefundRequest request)
        => Signed(
            account, IPayNowFuncode.RefundQuery,
            [new("mhtRefundNo", request.Number.ToString())]);

    /// <summary>Cancels, in profile B. The same number may be sent again and again.</summary>
    public static List<KeyValuePair<string, string>> Cancel(
        IPayNowAccount account, TradeReference trade)
        => Signed(
            account, IPayNowFuncode.Cancel,
            [
                new("mhtOrderNo", trade.Number.ToString()),
                new("mhtRefundNo", CancelNumber(trade.Number)),
                new("reason", CancelReason),
            ]);

    /// <summary>Asks about a cancel, in profile B.</summary>
    public static List<KeyValuePair<string, string>> CancelQuery(
        IPayNowAccount account, TradeReference trade)
        => Signed(
            account, IPayNowFuncode.CancelQuery,
            [new("mhtRefundNo", CancelNumber(trade.Number))]);

    private static List<KeyValuePair<string, string>> OldRefund(
        IPayNowAccount account, RefundRequest request)
        => IPayNowMessages.Signed(
            account, IPayNowFuncode.OldRefund,
            [
                new("appId", account.AppId),
                new("deviceType", account.RefundDevice),
                new("funcode", IPayNowFuncode.OldRefund),
                new("mhtCharset", TextCharset.Utf8.Name),
                new("mhtCurrencyType", IPayNowAmount.Currency),
                new("mhtOrderAmt", IPayNowAmount.Write(request.Paid)),
                new("mhtOrderNo", request.Trade.Number.ToString()),
                new("mhtOrderStartTime", BeijingClock.Write(
                    request.Trade.OpenedAt, BeijingClock.Digits)),
                new("mhtOrderType", RefundType),
                new("mhtRefundAmt", IPayNowAmount.Write(request.Total)),
                new("mhtSignType", IPayNowSignature.SignType),
                new("notifyUrl", request.NotifyUrl.AbsoluteUri),
                new("payChannelType", account.PageChannel),
                new("refundOrderNo", request.Number.ToString()),
            ]);

    private static List<KeyValuePair<string, string>> Signed(
        IPayNowAccount account, string funcode,
        IReadOnlyList<KeyValuePair<string, string?>> fields)
        => IPayNowMessages.Signed(
            account, funcode,
            [
                .. fields,
                new("appId", account.AppId),
                new("funcode", funcode),
                new("mhtCharset", TextCharset.Utf8.Name),
                new("signType", IPayNowSignature.SignType),
                new("version", account.RefundVersion ? account.Version : null),
            ]);

    private static string ReasonOf(RefundRequest request)
        => request.Reason is { } words && IPayNowText.Plain(words, ReasonMax).Trim() is
        { Length: > 0 } plain
            ? plain
            : NoReason;
}
