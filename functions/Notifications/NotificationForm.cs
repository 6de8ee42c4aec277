using System.Globalization;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Notifications;

/// <summary>The parameters of a notification, before they are signed.</summary>
internal static class NotificationForm
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Everything but <c>sign</c>; empty values are left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(
        Order order, Notice notice, string keyId, DateTimeOffset now)
    {
        var refund = notice.RefundIn(order);
        var payment = order.Payment;
        var attempt = order.FindAttempt(refund?.Attempt ?? payment?.Attempt ?? 0);
        (string Name, string? Value)[] fields =
        [
            ("notify_id", notice.Id.ToString()),
            ("notify_time", Wall(now)),
            ("notify_type", notice.Type),
            ("app_id", order.AppId),
            ("out_trade_no", order.OutTradeNo),
            ("transaction_id", order.Id.Value),
            ("trade_state", TradeState.Of(notice)),
            ("total_fee", Number(order.Terms.Total.Fen)),
            ("fee_type", order.Terms.Total.Currency),
            ("channel", attempt?.Product),
            ("channel_trade_no", attempt?.ChannelTradeNo),
            ("attach", order.Terms.Attach),
            ("time_end", payment is null ? null : Wall(payment.PaidAt)),
            ("order_version", Number(notice.Id.Version)),
            .. RefundFields(order, refund),
            ("timestamp", Number(now.ToUnixTimeSeconds())),
            ("charset", "utf-8"),
            ("version", "1.0"),
            ("sign_type", ParameterSignature.SignType),
            ("key_id", keyId),
        ];
        return
        [
            .. fields.Where(static f => f.Value is { Length: > 0 })
                .Select(static f => KeyValuePair.Create(f.Name, f.Value!)),
        ];
    }

    private static (string Name, string? Value)[] RefundFields(Order order, Refund? refund)
        => refund is null
            ? []
            :
            [
                ("refund_id", order.NumberOf(refund).ToString()),
                ("out_request_no", refund.OutRequestNo),
                ("refund_fee", Number(refund.Total.Fen)),
                ("refund_state", RefundWord.Of(refund.State)),
                ("refund_origin", RefundWord.Of(refund.Origin)),
                ("channel_refund_no", refund.ChannelRefundNo),
                ("time_refund", refund.EndedAt is { } ended ? Wall(ended) : null),
            ];

    private static string Wall(DateTimeOffset at)
        => at.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
