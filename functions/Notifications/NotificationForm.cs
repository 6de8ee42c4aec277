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
        var payment = order.Payment;
        var product = payment is null ? null : order.FindAttempt(payment.Attempt)?.Product;
        (string Name, string? Value)[] fields =
        [
            ("notify_id", notice.Id.ToString()),
            ("notify_time", Wall(now)),
            ("notify_type", notice.Type),
            ("app_id", order.AppId),
            ("out_trade_no", order.OutTradeNo),
            ("transaction_id", order.Id.Value),
            ("trade_state", TradeState.Of(notice.TradeState)),
            ("total_fee", Number(order.Terms.Total.Fen)),
            ("fee_type", order.Terms.Total.Currency),
            ("channel", product),
            ("channel_trade_no", payment?.ChannelTradeNo),
            ("attach", order.Terms.Attach),
            ("time_end", payment is null ? null : Wall(payment.PaidAt)),
            ("order_version", Number(notice.Id.Version)),
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

    private static string Wall(DateTimeOffset at)
        => at.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
