using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>
/// The wallet: whoever uses it opens an application that is registered with the open platform, by
/// GET or by POST, and the application is told who that is.
/// </summary>
internal sealed class WalletDesk(IReadOnlyList<TenpayMerchant> registered, PageFrame frame)
{
    /// <summary>Where the wallet is.</summary>
    public const string Path = "/wallet";

    /// <summary>What is opened there.</summary>
    public const string OpenPath = "/wallet/open";

    private const int TokenBytes = 24;

    private readonly TenpayMerchant[] applications =
        [.. registered.Where(static m => m.LoginUrl is not null)];

    /// <summary>Adds the routes to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync);
        routes.MapPost(OpenPath, OpenAsync);
    }

    private Task ShowAsync(HttpContext http)
        => frame.WriteAsync(
            http,
            applications.Length == 0
                ? "<p>没有应用 · no application</p>"
                : string.Concat(applications.Select(Form)),
            leadsOn: true);

    private static string Form(TenpayMerchant application)
        => $"""
            <form method="post" action="{OpenPath}">
            <input type="hidden" name="appid" value="{PageFrame.Html(application.Identity)}">
            <p><label for="user">用户 · user</label>
            <input id="user" name="user_id" value="10001" maxlength="64"></p>
            <button id="open" class="main" name="by" value="get">打开应用 · open</button>
            <button id="post" name="by" value="post">以 POST 打开 · open by POST</button>
            </form>
            """;

    private async Task OpenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Array.Find(applications, a => string.Equals(
            a.Identity, form["appid"], StringComparison.Ordinal)) is not { } application)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var message = Notice.OfLogin(
            new Merchant(application) { Switches = new() { NotifyByGet = form["by"] != "post" } },
            [
                new("user_id", form["user_id"].ToString()),
                new("token", form["token"] is [{ } token] ? token : NewToken()),
                new("request_token", NewToken()),
            ],
            application.LoginUrl!.AbsoluteUri);
        if (HttpMethods.IsGet(message.Method))
        {
            http.Response.Redirect(message.Url);
            return;
        }

        await frame.WriteAsync(http, Onward(message), leadsOn: true);
    }

    /// <summary>The wallet posts by script; here the user does.</summary>
    private static string Onward(WireMessage message)
        => $"""
            <form method="post" action="{PageFrame.Html(message.Url)}">
            {string.Concat(FormFields.Parse(message.Text, Charset.Utf8).Select(Hidden))}
            <button id="go" class="main">继续 · go on</button></form>
            """;

    private static string Hidden(KeyValuePair<string, string> field)
        => $"""
            <input type="hidden" name="{PageFrame.Html(field.Key)}"
            value="{PageFrame.Html(field.Value)}">
            """;

    private static string NewToken()
        => Convert.ToHexString(RandomNumberGenerator.GetBytes(TokenBytes));
}
