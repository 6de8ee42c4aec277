using System.Text.Encodings.Web;
using System.Text.Unicode;
using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>What the shop's pages share: the frame, its style, no script, nothing from elsewhere.
/// </summary>
internal static class ShopPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Policy =
        "default-src 'none'; style-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    private const string Style = """
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f6f5f2;color:#222}
        main{max-width:40rem;margin:0 auto;padding:1rem}
        h1 a{color:inherit;text-decoration:none}
        ul{list-style:none;padding:0}
        li{background:#fff;border-radius:.5rem;padding:.75rem 1rem;margin:.6rem 0;
        overflow-wrap:anywhere}
        form{margin:.5rem 0 0}
        label{display:block;margin:.75rem 0 .25rem}
        input,select{min-height:2.75rem;width:100%;padding:.5rem .75rem;font:inherit;
        border:1px solid #767676;border-radius:.4rem;background:#fff;color:#222}
        button,.button{display:inline-block;min-height:2.75rem;padding:.55rem 1.4rem;font:inherit;
        margin:.5rem 0 0;border:0;border-radius:.4rem;background:#1d6b4f;color:#fff;
        text-decoration:none}
        button.plain{background:#555}
        .price{font-weight:600}
        .state{font-size:1.5rem;font-weight:600}
        .paid{color:#1d6b4f}
        .trouble{color:#9b1c1c}
        #qr svg{display:block;width:15rem;max-width:100%}
        code{overflow-wrap:anywhere}
        """;

    /// <summary>Sends a page.</summary>
    public static async Task WriteAsync(HttpContext http, string page, int status = 200)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.Vary = "Accept-Language";
        headers["Referrer-Policy"] = "no-referrer";
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html;charset=utf-8";
        await http.Response.WriteAsync(page, http.RequestAborted);
    }

    /// <summary>Sends the style sheet.</summary>
    public static async Task StyleAsync(HttpContext http)
    {
        http.Response.ContentType = "text/css;charset=utf-8";
        await http.Response.WriteAsync(Style, http.RequestAborted);
    }

    /// <summary>Sends the browser on, by GET.</summary>
    public static void GoTo(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    /// <summary>Nothing here.</summary>
    public static string Missing(ShopText text)
        => Frame(
            text, string.Empty,
            $"""<p>{text.Missing}</p><p><a href="/">{text.Back}</a></p>""");

    /// <summary>Where the payer comes back to.</summary>
    public static string Return(ShopText text, string? outTradeNo, bool isGenuine)
    {
        var order = outTradeNo is null ? "/orders" : PathOf(outTradeNo);
        return Frame(
            text,
            isGenuine ? Reload(3, order) : string.Empty,
            $"""
            <p id="return">{(isGenuine ? text.Returned : text.Doubtful)}</p>
            <p>{text.ReturnHint}</p><p><a href="{order}">{text.ToOrder}</a></p>
            """);
    }

    /// <summary>Who came in from a wallet.</summary>
    public static string Login(ShopText text, string? userId)
        => Frame(
            text, string.Empty,
            userId is null
                ? $"""<p id="login" class="trouble">{text.NoLogin}</p>"""
                : $"""<p id="login">{text.Hello} <code>{Html(userId)}</code></p>""");

    /// <summary>Something went wrong, and what may be done about it.</summary>
    public static string Trouble(ShopText text, string sentence, string actions)
        => Frame(
            text, string.Empty, $"""<p id="problem" class="trouble">{sentence}</p>{actions}""");

    /// <summary>A problem of the gateway's in a sentence.</summary>
    public static string Sentence(ShopText text, PayProblem problem)
        => $"{text.Trouble}: {Html(problem.Code)}. {Html(problem.Detail)}"
            + (problem.IsOutcomeUnknown ? $" {text.Unknown}" : "");

    /// <summary>The whole of a page.</summary>
    public static string Frame(ShopText text, string head, string body)
        => $"""
            <!doctype html><html lang="{text.Language}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <link rel="stylesheet" href="/shop.css">{head}<title>{text.Title}</title></head>
            <body><main><h1><a href="/">{text.Title}</a></h1>{body}</main></body></html>
            """;

    /// <summary>Has a page loaded again, or another one, after some seconds.</summary>
    public static string Reload(int seconds, string? path = null)
    {
        var there = path is null ? string.Empty : $";url={path}";
        return $"""<meta http-equiv="refresh" content="{seconds}{there}">""";
    }

    /// <summary>Where an order is shown.</summary>
    public static string PathOf(string outTradeNo)
        => $"/orders/{Uri.EscapeDataString(outTradeNo)}";

    /// <summary>The name of the way an order is paid.</summary>
    public static string ChannelOf(ShopText text, ShopChannels channels, ShopOrder order)
        => order.Channel is null ? text.Cashier
            : channels.Find(order.Channel) is { } channel ? Html(text.NameOf(channel))
            : Html(order.Channel);

    /// <summary>A list of ways to pay to choose from; empty where there is none.</summary>
    public static string Choice(
        ShopText text, string id, string otherwise, IEnumerable<ShopChannel> channels)
    {
        var options = string.Concat(channels.Select(c =>
            $"""<option value="{Html(c.Product)}">{Html(text.NameOf(c))}</option>"""));
        return options.Length == 0
            ? string.Empty
            : $"""
                <label for="{id}">{text.PayBy}</label>
                <select id="{id}" name="channel"><option value="">{otherwise}</option>
                {options}</select>
                """;
    }

    /// <summary>Text as HTML.</summary>
    public static string Html(string text) => Encoder.Encode(text);
}
