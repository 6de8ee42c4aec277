using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What we say to Alipay about trades that exist: parameters, not signed yet.</summary>
internal static class AlipayMessages
{
    /// <summary>The parameter with the business content; the others are the common ones.</summary>
    public const string BizContent = "biz_content";

    private const int ReasonMax = 256;

    /// <summary>Asks about a trade.</summary>
    public static List<KeyValuePair<string, string>> Query(
        AlipayAccount account, ChannelOrderNo number, DateTimeOffset now)
        => Build(account, AlipayMethod.Query, now, json => WriteNumber(json, number));

    /// <summary>Ends a trade.</summary>
    public static List<KeyValuePair<string, string>> Close(
        AlipayAccount account, ChannelOrderNo number, DateTimeOffset now)
        => Build(account, AlipayMethod.Close, now, json => WriteNumber(json, number));

    /// <summary>Undoes a trade.</summary>
    public static List<KeyValuePair<string, string>> Cancel(
        AlipayAccount account, ChannelOrderNo number, DateTimeOffset now)
        => Build(account, AlipayMethod.Cancel, now, json => WriteNumber(json, number));

    /// <summary>Gives money back. Its number makes a repetition harmless.</summary>
    public static List<KeyValuePair<string, string>> Refund(
        AlipayAccount account, RefundRequest request, DateTimeOffset now)
        => Build(account, AlipayMethod.Refund, now, json =>
        {
            WriteNumber(json, request.Trade.Number);
            json.WriteString("refund_amount", YuanText.Write(request.Total));
            json.WriteString("out_request_no", request.Number.ToString());
            if (request.Reason is { Length: > 0 } reason)
            {
                json.WriteString("refund_reason", Shorten(reason, ReasonMax));
            }
        });

    /// <summary>Asks about a refund. When it was made is told only to who asks for it.</summary>
    public static List<KeyValuePair<string, string>> QueryRefund(
        AlipayAccount account, RefundRequest request, DateTimeOffset now)
        => Build(account, AlipayMethod.RefundQuery, now, json =>
        {
            WriteNumber(json, request.Trade.Number);
            json.WriteString("out_request_no", request.Number.ToString());
            json.WriteStartArray("query_options");
            json.WriteStringValue("gmt_refund_pay");
            json.WriteEndArray();
        });

    /// <summary>Asks for a day's bill of trades.</summary>
    public static List<KeyValuePair<string, string>> Bill(
        AlipayAccount account, DateOnly day, DateTimeOffset now)
        => Build(account, AlipayMethod.Bill, now, json =>
        {
            json.WriteString("bill_type", "trade");
            json.WriteString(
                "bill_date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });

    /// <summary>Fetches a certificate.</summary>
    public static List<KeyValuePair<string, string>> DownloadCertificate(
        AlipayAccount account, string number, DateTimeOffset now)
        => Build(
            account, AlipayMethod.CertificateDownload, now,
            json => json.WriteString("alipay_cert_sn", number));

    /// <summary>The common parameters around a business content; what is empty is not sent.
    /// </summary>
    public static List<KeyValuePair<string, string>> Build(
        AlipayAccount account, string method, DateTimeOffset now,
        Action<Utf8JsonWriter> content, Uri? notifyUrl = null, Uri? returnUrl = null)
        =>
        [
            new("app_id", account.AppId),
            new("method", method),
            new("charset", account.Charset.Name),
            new("sign_type", AlipaySignature.SignType),
            new("timestamp", BeijingClock.Write(now, BeijingClock.Spaced)),
            new("version", "1.0"),
            new("app_cert_sn", account.Certificates?.AppNumber ?? ""),
            new("alipay_root_cert_sn", account.Certificates?.RootNumber ?? ""),
            new("app_auth_token", account.AppAuthToken ?? ""),
            new("notify_url", notifyUrl?.AbsoluteUri ?? ""),
            new("return_url", returnUrl?.AbsoluteUri ?? ""),
            new("format", "JSON"),
            new(BizContent, Json(account.Charset, content)),
        ];

    /// <summary>Writes our number of a trade.</summary>
    public static void WriteNumber(Utf8JsonWriter json, ChannelOrderNo number)
        => json.WriteString("out_trade_no", number.ToString());

    /// <summary>The text, cut where it is too long and never within a character.</summary>
    public static string Shorten(string text, int most)
        => text.Length <= most
            ? text
            : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string Json(AlipayCharset charset, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Encoder = charset.Json,
        }))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
