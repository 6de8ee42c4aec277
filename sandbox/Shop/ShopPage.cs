using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's HTML: no script, nothing from elsewhere.</summary>
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
        button,.button{display:inline-block;min-height:2.75rem;padding:.55rem 1.4rem;font:inherit;
        border:0;border-radius:.4rem;background:#1d6b4f;color:#fff;text-decoration:none}
        .price{font-weight:600}
        .state{font-size:1.5rem;font-weight:600}
        .paid{color:#1d6b4f}
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

    /// <summary>What there is to buy.</summary>
    public static string Products(ShopText text)
        => Page(text, string.Empty, $"""
            <ul>{string.Concat(Product.All.Select(p => Item(text, p)))}</ul>
            <p><a href="/orders">{text.Orders}</a></p>
            """);

    /// <summary>One order; it reloads itself until it is paid.</summary>
    public static string Order(ShopText text, ShopOrder order, string payUrl)
        => Page(
            text,
            order.IsPaid ? string.Empty : """<meta http-equiv="refresh" content="3">""",
            $"""
            <p>{Html(text.NameOf(order.Product))} · <span class="price">{Price(order)}</span></p>
            <p id="state" class="state{(order.IsPaid ? " paid" : "")}">{State(text, order)}</p>
            {(order.IsPaid ? "" : PayLink(text, payUrl))}
            <h2>{text.Notices}</h2>{Notices(text, order)}
            <p><code>{Html(order.OutTradeNo)}</code></p>
            <p><a href="/orders">{text.Orders}</a> · <a href="/">{text.Back}</a></p>
            """);

    /// <summary>The newest orders.</summary>
    public static string Orders(ShopText text, IReadOnlyList<ShopOrder> orders)
        => Page(text, string.Empty, $"""
            <h2>{text.Orders}</h2>
            {(orders.Count == 0 ? $"<p>{text.None}</p>" : "")}
            <ul>{string.Concat(orders.Select(o => Line(text, o)))}</ul>
            <p><a href="/">{text.Back}</a></p>
            """);

    /// <summary>Where the payer comes back to.</summary>
    public static string Return(ShopText text, string? outTradeNo, bool isGenuine)
    {
        var order = outTradeNo is null
            ? "/orders"
            : $"/orders/{Uri.EscapeDataString(outTradeNo)}";
        return Page(
            text,
            isGenuine ? $"""<meta http-equiv="refresh" content="3;url={order}">""" : string.Empty,
            $"""
            <p id="return">{(isGenuine ? text.Returned : text.Doubtful)}</p>
            <p>{text.ReturnHint}</p><p><a href="{order}">{text.ToOrder}</a></p>
            """);
    }

    /// <summary>Nothing here.</summary>
    public static string Missing(ShopText text)
        => Page(text, string.Empty, $"""<p>{text.Missing}</p><p><a href="/">{text.Back}</a></p>""");

    private static string PayLink(ShopText text, string payUrl)
        => $"""
            <p><a id="pay" class="button" href="{Html(payUrl)}">{text.Pay}</a></p>
            <p>{text.PayHint}</p>
            """;

    private static string Item(ShopText text, Product product)
        => $"""
            <li>{Html(text.NameOf(product))} · <span class="price">{Price(product.Fen)}</span>
            <form method="post" action="/buy"><input type="hidden" name="product"
            value="{product.Id}"><button id="buy-{product.Id}">{text.Buy}</button></form></li>
            """;

    private static string Line(ShopText text, ShopOrder order)
        => $"""
            <li><a href="/orders/{Html(order.OutTradeNo)}">{Html(order.OutTradeNo)}</a>
            {Html(text.NameOf(order.Product))} · {Price(order)} · {State(text, order)}
            {(order.Notices.Count == 0 ? "" : Notices(text, order))}</li>
            """;

    private static string Notices(ShopText text, ShopOrder order)
        => order.Notices.Count == 0
            ? $"<p>{text.None}</p>"
            : $"<ul>{string.Concat(order.Notices.Select(n => Notice(text, n)))}</ul>";

    private static string Notice(ShopText text, ShopNotice notice)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <li>{notice.At:yyyy-MM-dd HH:mm:ss}Z · {Html(text.NameOf(notice.State))} ·
            v{notice.Version} · <code>{Html(notice.NotifyId)}</code></li>
            """);

    private static string State(ShopText text, ShopOrder order) => Html(text.NameOf(order.State));

    private static string Price(ShopOrder order) => Price(order.Product.Fen);

    private static string Price(long fen)
        => string.Create(CultureInfo.InvariantCulture, $"¥{fen / 100}.{fen % 100:00}");

    private static string Page(ShopText text, string head, string body)
        => $"""
            <!doctype html><html lang="{text.Language}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <link rel="stylesheet" href="/shop.css">{head}<title>{text.Title}</title></head>
            <body><main><h1><a href="/">{text.Title}</a></h1>{body}</main></body></html>
            """;

    private static string Html(string text) => Encoder.Encode(text);
}
