using System.Globalization;
using System.Text.Json;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What we say to Alipay to have an order paid: parameters, not signed yet.</summary>
internal static class AlipayPayMessages
{
    private const int SubjectMax = 256;
    private const int BodyMax = 128;
    private const string FaceToFace = "FACE_TO_FACE_PAYMENT";

    private static readonly TimeSpan ExpiryMin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ExpiryMax = TimeSpan.FromDays(15);

    // How long a code can be scanned unless it is told otherwise.
    private static readonly TimeSpan CodeLife = TimeSpan.FromHours(2);

    /// <summary>Opens a page for an attempt.</summary>
    public static List<KeyValuePair<string, string>> OpenPage(
        AlipayAccount account, PageRequest request)
    {
        var wap = request.Attempt.Product switch
        {
            AlipayProduct.Page => false,
            AlipayProduct.Wap => true,
            _ => throw new ArgumentException("Not a page of Alipay.", nameof(request)),
        };
        return AlipayMessages.Build(
            account,
            wap ? AlipayMethod.WapPay : AlipayMethod.PagePay,
            request.Now,
            json =>
            {
                WriteOrder(
                    json, request.Order, request.Number,
                    wap ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY", request.Now);
                if (wap)
                {
                    json.WriteString("quit_url", request.ReturnUrl.AbsoluteUri);
                }
            },
            request.NotifyUrl,
            request.ReturnUrl);
    }

    /// <summary>Asks for a code that the payer scans.</summary>
    public static List<KeyValuePair<string, string>> OpenCode(
        AlipayAccount account, PageRequest request)
        => AlipayMessages.Build(
            account, AlipayMethod.Precreate, request.Now,
            json =>
            {
                WriteOrder(json, request.Order, request.Number, FaceToFace, request.Now);
                var left = LeftOf(request.Order, request.Now);
                if (left > CodeLife)
                {
                    json.WriteString("qr_code_timeout_express", string.Create(
                        CultureInfo.InvariantCulture, $"{(long)left.TotalMinutes}m"));
                }
            },
            request.NotifyUrl);

    /// <summary>Charges a code that the payer shows.</summary>
    public static List<KeyValuePair<string, string>> Charge(
        AlipayAccount account, ChargeRequest request)
        => AlipayMessages.Build(
            account, AlipayMethod.Pay, request.Now,
            json =>
            {
                WriteOrder(json, request.Order, request.Number, FaceToFace, request.Now);
                json.WriteString("scene", "bar_code");
                json.WriteString("auth_code", request.Code.Text);
            },
            request.NotifyUrl);

    /// <summary>What every order says.</summary>
    public static void WriteOrder(
        Utf8JsonWriter json, Order order, ChannelOrderNo number, string productCode,
        DateTimeOffset now)
    {
        AlipayMessages.WriteNumber(json, number);
        json.WriteString("total_amount", YuanText.Write(order.Terms.Total));
        json.WriteString("subject", Subject(order.Terms.Subject));
        if (order.Terms.Body is { Length: > 0 } body)
        {
            json.WriteString("body", AlipayMessages.Shorten(body, BodyMax));
        }

        json.WriteString("product_code", productCode);
        json.WriteString(
            "time_expire", BeijingClock.Write(now + LeftOf(order, now), BeijingClock.Spaced));
    }

    // Nobody pays an expired order, except within the minute that Alipay insists on: that is a late
    // success, and the rules know what to do with it.
    private static TimeSpan LeftOf(Order order, DateTimeOffset now)
    {
        var wanted = order.ExpiresAt - now;
        return wanted < ExpiryMin ? ExpiryMin : wanted > ExpiryMax ? ExpiryMax : wanted;
    }

    // Alipay refuses these three in a subject; their full-width twins look alike to a payer.
    private static string Subject(string text)
        => AlipayMessages.Shorten(
            text.Replace('/', '／').Replace('=', '＝').Replace('&', '＆'), SubjectMax);
}
