using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Identity;

/// <summary><see cref="Methods.Certify"/>: the page where a person shows who he is.</summary>
internal sealed class CertificationPages(CertificationBook book, PayPage page)
{
    private const string Root = "/certify";

    /// <summary>Adds the pages to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Root}/{{certifyId}}", ShowAsync);
        routes.MapPost($"{Root}/{{certifyId}}", DecideAsync);
    }

    /// <summary>The path of a check's page, or why there is none.</summary>
    public (string? Path, GatewayError? Error) Open(MethodCall call)
        => book.Find(call.Content["certify_id"]) switch
        {
            null => (null, CertificationError.NotThere),
            var known when !string.Equals(
                known.Merchant.SellerId, call.Merchant.SellerId, StringComparison.Ordinal)
                => (null, CertificationError.NotThere),
            { Passed: not null } => (null, CertificationError.Used),
            var known when book.IsOver(known) => (null, CertificationError.Expired),
            var known => ($"{Root}/{known.CertifyId}", null),
        };

    private Task ShowAsync(HttpContext http, string certifyId)
        => book.Find(certifyId) is { Passed: null } known && !book.IsOver(known)
            ? page.Frame.WriteAsync(
                http,
                $"""
                <p>请本人完成认证 · Show that you are</p>
                <p class="subject">{PageFrame.Html(known.Name)}</p>
                <form method="post">
                <button id="pass" class="main" name="passed" value="T">是本人 · It is me</button>
                <button id="fail" name="passed" value="F">不是本人 · It is not</button></form>
                """,
                leadsOn: true)
            : page.UnknownAsync(http);

    private async Task DecideAsync(HttpContext http, string certifyId)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (book.Decide(certifyId, form["passed"] == "T") is not { } decided)
        {
            await page.UnknownAsync(http);
            return;
        }

        if (decided.ReturnUrl.Length > 0)
        {
            http.Response.Headers.Location = decided.ReturnUrl;
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            return;
        }

        await page.Frame.WriteAsync(http, """<p id="done">认证完成 · Done</p>""");
    }
}
