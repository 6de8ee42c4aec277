using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// The page on which the holder of a card shows who he is. Whose card it is the bank knows and this
/// simulator does not: whoever is there says the name. Of a success the merchant is told by the
/// server and, if the holder goes back, by his browser.
/// </summary>
internal sealed class IdentityPages(
    IdentityDesk desk, PayPage page, NotificationSender sender, RSA key)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/EbusPerbankFront/IdentityVerifyAct";

    /// <summary>Adds the page to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync);
        routes.MapPost(Path, DecideAsync);
    }

    private Task ShowAsync(HttpContext http)
        => desk.Find(TokenOf(http)) is not null
            ? page.Frame.WriteAsync(
                http,
                $"""
                <form method="post" action="{Path}?TOKEN={PageFrame.Html(TokenOf(http))}">
                <p><label for="holder">户名 · Account holder</label>
                <input id="holder" name="holder" value="张三" maxlength="30"></p>
                <button id="pass" class="main" name="passed" value="1">确认 · Confirm</button>
                <button id="fail" name="passed" value="0">取消 · Cancel</button></form>
                """)
            : page.UnknownAsync(http);

    private async Task DecideAsync(HttpContext http)
    {
        if (desk.Find(TokenOf(http)) is not { } check)
        {
            await page.UnknownAsync(http);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["passed"] != "1")
        {
            await page.Frame.WriteAsync(http, """<p id="left">未通过 · Not confirmed</p>""");
            return;
        }

        var holder = form["holder"].ToString();
        sender.Start(new(TokenOf(http), (_, spoilt) => Message(check, holder, spoilt)));
        await page.Frame.WriteAsync(
            http,
            """<p id="passed">验证通过 · Confirmed</p>"""
                + PayPage.ReturnForm(Message(check, holder, spoilt: false)),
            leadsOn: true);
    }

    /// <summary>It names no number of the merchant's.</summary>
    private WireMessage Message(IdentityCheck check, string holder, bool spoilt)
        => Notice.Post(
            check.NotifyUrl,
            [
                ("ReturnCode", ReturnCode.Done.Code), ("ErrorMessage", ReturnCode.Done.Words),
                ("ECMerchantType", "EBUS"), ("MerchantID", check.MerchantId),
                ("AccountName", holder),
            ],
            key, spoilt);

    private static string TokenOf(HttpContext http) => http.Request.Query["TOKEN"].ToString();
}
