using System.Globalization;
using System.Text.Json;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What we say to Alipay about amounts that are frozen: parameters, not signed yet. A freeze has
/// one number of ours, as its order and as its operation; an unfreeze has its own as operation.
/// </summary>
internal static class AlipayHoldMessages
{
    private const int TitleMax = 100;

    // 100 letters, or 50 Chinese characters.
    private const int RemarkMax = 50;
    private const string ProductCode = "PRE_AUTH";

    // The text has five characters at most.
    private const long MinutesMax = 9_999;

    private static readonly TimeSpan TimeoutMin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TimeoutMax = TimeSpan.FromDays(15);

    /// <summary>Asks for a code that the payer scans to authorise.</summary>
    public static List<KeyValuePair<string, string>> OpenCode(
        AlipayAccount account, PageRequest request)
        => AlipayMessages.Build(
            account, AlipayMethod.HoldCode, request.Now,
            json =>
            {
                WriteNumbers(json, request.Number, request.Number.ToString());
                json.WriteString(
                    "order_title",
                    AlipayMessages.Shorten(request.Order.Terms.Subject, TitleMax));
                json.WriteString("amount", YuanText.Write(request.Order.Terms.Total));
                json.WriteString("product_code", ProductCode);
                json.WriteString("payee_user_id", account.SellerId);
                json.WriteString(
                    "pay_timeout", TimeoutText(request.Order.ExpiresAt - request.Now));
            },
            request.NotifyUrl);

    /// <summary>Asks about a freeze or an unfreeze.</summary>
    public static List<KeyValuePair<string, string>> Query(
        AlipayAccount account, ChannelOrderNo hold, string operation, DateTimeOffset now)
        => AlipayMessages.Build(
            account, AlipayMethod.HoldQuery, now, json => WriteNumbers(json, hold, operation));

    /// <summary>Ends a freeze that nobody authorised yet.</summary>
    public static List<KeyValuePair<string, string>> Cancel(
        AlipayAccount account, ChannelOrderNo hold, DateTimeOffset now)
        => AlipayMessages.Build(
            account, AlipayMethod.HoldCancel, now,
            json =>
            {
                WriteNumbers(json, hold, hold.ToString());
                json.WriteString("remark", hold.ToString());
            });

    /// <summary>Lets a part of what is frozen go.</summary>
    public static List<KeyValuePair<string, string>> Unfreeze(
        AlipayAccount account, RefundRequest request, DateTimeOffset now)
        => AlipayMessages.Build(
            account, AlipayMethod.Unfreeze, now,
            json =>
            {
                json.WriteString("auth_no", request.ChannelTradeNo);
                json.WriteString("out_request_no", request.Number.ToString());
                json.WriteString("amount", YuanText.Write(request.Total));
                json.WriteString("remark", AlipayMessages.Shorten(
                    request.Reason is { Length: > 0 } reason ? reason : request.Number.ToString(),
                    RemarkMax));
            },
            request.NotifyUrl);

    /// <summary>Takes a part of what is frozen: a trade with its payer's authorisation.</summary>
    public static List<KeyValuePair<string, string>> Capture(
        AlipayAccount account, CaptureRequest request, string payer)
        => AlipayMessages.Build(
            account, AlipayMethod.Pay, request.Now,
            json =>
            {
                AlipayPayMessages.WriteOrder(
                    json, request.Order, request.Number, ProductCode, request.Now);
                json.WriteString("auth_no", request.Hold.ChannelHoldNo);
                json.WriteString(
                    "auth_confirm_mode", request.Hold.IsFinal ? "COMPLETE" : "NOT_COMPLETE");
                json.WriteString("buyer_id", payer);
                json.WriteString("seller_id", account.SellerId);
            },
            request.NotifyUrl);

    /// <summary>How long the payer has; minutes as long as they fit, else whole hours.</summary>
    internal static string TimeoutText(TimeSpan left)
    {
        var within = left < TimeoutMin ? TimeoutMin : left > TimeoutMax ? TimeoutMax : left;
        var minutes = (long)within.TotalMinutes;
        return minutes <= MinutesMax
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes}m")
            : string.Create(CultureInfo.InvariantCulture, $"{(long)within.TotalHours}h");
    }

    private static void WriteNumbers(Utf8JsonWriter json, ChannelOrderNo hold, string operation)
    {
        json.WriteString("out_order_no", hold.ToString());
        json.WriteString("out_request_no", operation);
    }
}
