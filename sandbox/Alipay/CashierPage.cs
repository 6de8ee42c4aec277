using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The pages a payer sees here: no script, no login, nothing from elsewhere.</summary>
internal static class CashierPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    private const string Style = """
        body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f2f5fa;color:#1b2330}
        main{max-width:26rem;margin:2rem auto;padding:1.5rem;background:#fff;border-radius:.5rem}
        h1{font-size:1.1rem;margin:0 0 1rem;color:#0b5cd6}
        .amount{font-size:2.2rem;margin:.5rem 0}
        .subject{overflow-wrap:anywhere}
        form{margin:.75rem 0}
        button{width:100%;min-height:2.75rem;font:inherit;border:1px solid #0b5cd6;
        border-radius:.4rem;background:#fff;color:#0b5cd6}
        button.main{background:#0b5cd6;color:#fff}
        input{font:inherit;width:5rem;padding:.35rem;margin:0 .35rem .35rem}
        code{overflow-wrap:anywhere}
        """;

    /// <summary>Sends a page.</summary>
    public static async Task WriteAsync(HttpContext http, string page)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        http.Response.ContentType = "text/html;charset=utf-8";
        await http.Response.WriteAsync(page, http.RequestAborted);
    }

    /// <summary>Sends the style sheet.</summary>
    public static async Task StyleAsync(HttpContext http)
    {
        http.Response.ContentType = "text/css;charset=utf-8";
        await http.Response.WriteAsync(Style, http.RequestAborted);
    }

    /// <summary>The order and what the payer can do.</summary>
    public static string Choice(string token, PayOrder order, bool waiting)
        => Page(
            waiting ? """<meta http-equiv="refresh" content="2">""" : string.Empty,
            Summary(order)
            + (waiting ? "<p>等待付款 · Waiting for the payment…</p>" : string.Empty)
            + $"""
            <form method="post" action="/cashier/{token}/pay">
            <button class="main" id="pay">支付 · Pay</button></form>
            <form method="post" action="/cashier/{token}/cancel">
            <button id="cancel">取消 · Cancel</button></form>
            <form method="post" action="/cashier/{token}/later">
            <label>秒后 · Seconds<input name="seconds" type="number" value="15" min="1"
            max="{Payer.MaximumDelaySeconds}"></label>
            <button id="later">稍后支付 · Pay later</button></form>
            """);

    /// <summary>Paid; the browser goes on by itself where there is somewhere to go.</summary>
    public static string Paid(PayOrder order, string? address)
    {
        var link = address is null ? string.Empty : Html(address);
        return Page(
            address is null
                ? string.Empty
                : $"""<meta http-equiv="refresh" content="1;url={link}">""",
            Summary(order)
            + """<p id="paid">支付成功 · Paid</p>"""
            + (address is null
                ? string.Empty
                : $"""<p><a id="return" href="{link}">返回商户 · Back to the merchant</a></p>"""));
    }

    /// <summary>Not paid, by the payer's choice.</summary>
    public static string Left(string token, PayOrder order)
        => Page(
            string.Empty,
            Summary(order)
            + """<p id="left">没有支付 · Not paid</p>"""
            + $"""<p><a href="/cashier/{token}">返回支付 · Pay after all</a></p>"""
            + (IsWeb(order.QuitUrl)
                ? $"""<p><a id="quit" href="{Html(order.QuitUrl)}">离开 · Leave</a></p>"""
                : string.Empty));

    /// <summary>Too late.</summary>
    public static string Closed(PayOrder order)
        => Page(string.Empty, Summary(order) + """<p id="closed">交易已关闭 · Closed</p>""");

    /// <summary>No such page.</summary>
    public static string Unknown()
        => Page(string.Empty, "<p>页面不存在 · This pay page does not exist.</p>");

    /// <summary>The request was bad.</summary>
    public static string Refused(GatewayError error)
        => Page(
            string.Empty,
            $"""
            <p id="error">错误 · Error <code>{Html(error.Code)}</code>
            <code>{Html(error.SubCode)}</code></p><p><code>{Html(error.SubMsg)}</code></p>
            """);

    private static string Summary(PayOrder order)
        => $"""
            <p class="amount">¥ {Yuan.Format(order.Fen)}</p>
            <p class="subject">{Html(order.Subject)}</p><p><code>{Html(order.OutTradeNo)}</code></p>
            """;

    private static string Page(string head, string body)
        => new StringBuilder()
            .Append("""<!doctype html><html lang="zh"><head><meta charset="utf-8">""")
            .Append("""<meta name="viewport" content="width=device-width,initial-scale=1">""")
            .Append("""<link rel="stylesheet" href="/cashier.css">""")
            .Append(CultureInfo.InvariantCulture, $"{head}<title>Alipay sandbox</title></head>")
            .Append("<body><main><h1>支付宝沙箱 · Alipay sandbox</h1>")
            .Append(CultureInfo.InvariantCulture, $"{body}</main></body></html>")
            .ToString();

    private static string Html(string text) => Encoder.Encode(text);

    /// <summary>A link must not run a script.</summary>
    private static bool IsWeb(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
