using System.Buffers;
using System.Text;
using System.Text.Json;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What we say to Alipay: the parameters of a request, not signed yet.</summary>
internal static class AlipayMessages
{
    /// <summary>The product for a desk.</summary>
    public const string PageProduct = "alipay_page";

    /// <summary>The product for a phone.</summary>
    public const string WapProduct = "alipay_wap";

    /// <summary>The parameter with the business content; the others are the common ones.</summary>
    public const string BizContent = "biz_content";

    private const int SubjectMax = 256;
    private const int BodyMax = 128;

    private static readonly TimeSpan ExpiryMin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ExpiryMax = TimeSpan.FromDays(15);

    /// <summary>Opens a page for an attempt.</summary>
    public static List<KeyValuePair<string, string>> OpenPage(
        AlipayAccount account, PageRequest request)
    {
        var wap = request.Attempt.Product switch
        {
            PageProduct => false,
            WapProduct => true,
            _ => throw new ArgumentException("Not a product of Alipay.", nameof(request)),
        };
        return Build(
            account,
            wap ? AlipayMethod.WapPay : AlipayMethod.PagePay,
            request.Now,
            json => WritePage(json, request, wap),
            request);
    }

    /// <summary>Asks about a trade.</summary>
    public static List<KeyValuePair<string, string>> Query(
        AlipayAccount account, ChannelOrderNo number, DateTimeOffset now)
        => Build(account, AlipayMethod.Query, now, json => WriteNumber(json, number));

    /// <summary>Ends a trade.</summary>
    public static List<KeyValuePair<string, string>> Close(
        AlipayAccount account, ChannelOrderNo number, DateTimeOffset now)
        => Build(account, AlipayMethod.Close, now, json => WriteNumber(json, number));

    private static void WritePage(Utf8JsonWriter json, PageRequest request, bool wap)
    {
        var order = request.Order;
        WriteNumber(json, new ChannelOrderNo(order.Id, request.Attempt.Number));
        json.WriteString("total_amount", AlipayAmount.Write(order.Terms.Total));
        json.WriteString("subject", Subject(order.Terms.Subject));
        if (order.Terms.Body is { Length: > 0 } body)
        {
            json.WriteString("body", Shorten(body, BodyMax));
        }

        json.WriteString("product_code", wap ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY");
        json.WriteString("time_expire", AlipayTime.Write(ExpiryOf(order, request.Now)));
        if (wap)
        {
            json.WriteString("quit_url", request.ReturnUrl.AbsoluteUri);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, ChannelOrderNo number)
        => json.WriteString("out_trade_no", number.ToString());

    // Nobody pays an expired order, except within the minute that Alipay insists on: that is a late
    // success, and the rules know what to do with it.
    private static DateTimeOffset ExpiryOf(Order order, DateTimeOffset now)
    {
        var wanted = order.ExpiresAt - now;
        return now + (wanted < ExpiryMin ? ExpiryMin : wanted > ExpiryMax ? ExpiryMax : wanted);
    }

    // Alipay refuses these three in a subject; their full-width twins look alike to a payer.
    private static string Subject(string text)
        => Shorten(text.Replace('/', '／').Replace('=', '＝').Replace('&', '＆'), SubjectMax);

    private static string Shorten(string text, int most)
        => text.Length <= most
            ? text
            : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static List<KeyValuePair<string, string>> Build(
        AlipayAccount account,
        string method,
        DateTimeOffset now,
        Action<Utf8JsonWriter> content,
        PageRequest? page = null)
    {
        return
        [
            new("app_id", account.AppId),
            new("method", method),
            new("charset", account.Charset.Name),
            new("sign_type", AlipaySignature.SignType),
            new("timestamp", AlipayTime.Write(now)),
            new("version", "1.0"),
            new("app_auth_token", account.AppAuthToken ?? ""),
            new("notify_url", page?.NotifyUrl.AbsoluteUri ?? ""),
            new("return_url", page?.ReturnUrl.AbsoluteUri ?? ""),
            new("format", "JSON"),
            new(BizContent, Json(account.Charset, content)),
        ];
    }

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
