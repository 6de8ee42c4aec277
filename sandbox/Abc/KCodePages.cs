using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>The page on which the holder of a card signs up for payments by code.</summary>
internal sealed class KCodePages(KCodeBook codes, PayPage page)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/EbusPerbankFront/KCodeSignAct";

    /// <summary>Adds the page to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync);
        routes.MapPost(Path, SignAsync);
    }

    private Task ShowAsync(HttpContext http)
        => codes.IsInvited(TokenOf(http))
            ? page.Frame.WriteAsync(
                http,
                $"""
                <p>签约后可使用K码支付 · Sign up to pay by code</p>
                <form method="post" action="{Path}?TOKEN={PageFrame.Html(TokenOf(http))}">
                <button class="main" id="sign">签约 · Sign up</button></form>
                """)
            : page.UnknownAsync(http);

    private Task SignAsync(HttpContext http)
        => codes.Sign(TokenOf(http))
            ? page.Frame.WriteAsync(http, """<p id="signed">签约成功 · Signed up</p>""")
            : page.UnknownAsync(http);

    private static string TokenOf(HttpContext http) => http.Request.Query["TOKEN"].ToString();
}
