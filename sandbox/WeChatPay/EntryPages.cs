using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// How payers come to the pay page: from a phone's browser by an h5_url, and by a code, whose text
/// a real wallet would read with its camera.
/// </summary>
internal sealed class EntryPages(
    WeChatPaySimulatorOptions options, Merchants merchants, PrepayBook prepays, Payer payer,
    PayPage page)
{
    /// <summary>Where an h5_url leads.</summary>
    public const string H5Path = "/cgi-bin/mmpayweb-bin/checkmweb";

    /// <summary>Where the text of a code is typed.</summary>
    public const string ScanPath = "/scan";

    private const string Redirect = "redirect_url";

    /// <summary>Adds the pages to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(H5Path, OpenAsync);
        routes.MapGet(ScanPath, ScanAsync);
    }

    private static void Go(HttpContext http, Prepay prepay)
        => http.Response.Redirect(prepay.Page.Path);

    private async Task OpenAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var prepay = prepays.Find(query["prepay_id"].ToString(), options.Time.GetUtcNow());
        var refusal = prepay is null ? "支付请求已失效，请重新发起支付"
            : !IsWhole(http.Request, prepay) ? "参数错误，请返回重试"
            : !ComesFromHome(http.Request, prepay.Order) ? "商家参数格式有误，请联系商家解决"
            : null;
        if (refusal is not null)
        {
            await page.RefusedAsync(http, refusal);
            return;
        }

        if (query[Redirect].ToString() is { Length: > 0 } address)
        {
            payer.ComesBackTo(prepay!.Order, address);
        }

        Go(http, prepay!);
    }

    /// <summary>Nothing but where to go back may be appended.</summary>
    private static bool IsWhole(HttpRequest request, Prepay prepay)
    {
        var query = request.QueryString.Value ?? string.Empty;
        return query.StartsWith(prepay.H5Query, StringComparison.Ordinal)
            && (query.Length == prepay.H5Query.Length
                || (query.AsSpan(prepay.H5Query.Length).StartsWith($"&{Redirect}=")
                    && !query.AsSpan(prepay.H5Query.Length + 1).Contains('&')));
    }

    private bool ComesFromHome(HttpRequest request, PayOrder order)
        => merchants.Of(order).Registered.H5Domain is not { } domain
            || (Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from)
                && string.Equals(from.Host, domain, StringComparison.Ordinal));

    private async Task ScanAsync(HttpContext http)
    {
        if (http.Request.Query["code"].ToString() is not { Length: > 0 } code)
        {
            await page.Frame.WriteAsync(http, $"""
                <form action="{ScanPath}"><label>二维码内容 · Text of the code
                <input id="code" name="code" required></label>
                <button class="main" id="scan">扫一扫 · Scan</button></form>
                """);
            return;
        }

        if (prepays.FindCode(code, options.Time.GetUtcNow()) is { } prepay)
        {
            Go(http, prepay);
            return;
        }

        await page.RefusedAsync(http, "二维码已失效 · This code leads nowhere.");
    }
}
