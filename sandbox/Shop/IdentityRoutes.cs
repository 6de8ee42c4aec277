using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>
/// A form that has a channel say who somebody is. What is entered goes to the gateway and is kept
/// nowhere here either.
/// </summary>
internal sealed class IdentityRoutes(PayClient client, PayVerifier verifier, OrderBook book)
{
    /// <summary>The form.</summary>
    public const string Path = "/identity";

    /// <summary>Where the person comes back to.</summary>
    public const string ReturnPath = "/verified";

    private static readonly string[] Products =
        ["alipay_identity", "abc_identity", "abc_identity_check"];

    /// <summary>Adds them to a web application.</summary>
    public void Map(WebApplication web)
    {
        web.MapGet(Path, http => ShopPage.WriteAsync(
            http, IdentityPage.Form(ShopText.For(http.Request), Products)));
        web.MapPost(Path, VerifyAsync);
        web.MapGet(ReturnPath, ReturnAsync);
    }

    private async Task VerifyAsync(HttpContext http)
    {
        var text = ShopText.For(http.Request);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            var check = await client.VerifyIdentityAsync(
                new()
                {
                    OutVerifyNo = book.DrawRefundNo(),
                    Channel = form["channel"],
                    Name = Given(form["name"]),
                    CertificateNo = Given(form["certificate_no"]),
                    CardNo = Given(form["card_no"]),
                    Mobile = Given(form["mobile"]),
                    ReturnUrl = new Uri(ShopRoutes.Root(http), ReturnPath),
                },
                http.RequestAborted);

            // A link: the page's policy lets no form lead elsewhere, not even by a redirect.
            await (check.Value is { VerifyUrl: { } page }
                ? ShopPage.WriteAsync(http, IdentityPage.Onward(text, page))
                : check.Value is { } known ? ShowAsync(http, text, known.VerifyState)
                : ShopPage.WriteAsync(
                    http,
                    ShopPage.Trouble(
                        text, ShopPage.Sentence(text, check.Problem!), string.Empty),
                    StatusCodes.Status409Conflict));
        }
        catch (PayRequestException wrong)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Trouble(text, ShopPage.Html(wrong.Message), string.Empty),
                StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The way back is for display: what counts is the query.</summary>
    private async Task ReturnAsync(HttpContext http)
    {
        var text = ShopText.For(http.Request);
        var back = await verifier.VerifyIdentityReturnAsync(
            http.Request.QueryString.Value, http.RequestAborted);
        if (back.Response is not { } known)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Missing(text), StatusCodes.Status403Forbidden);
            return;
        }

        var asked = await client.QueryIdentityAsync(
            IdentityQueryRequest.ById(known.VerificationId), http.RequestAborted);
        await ShowAsync(http, text, asked.Value?.VerifyState ?? known.VerifyState);
    }

    private static Task ShowAsync(HttpContext http, ShopText text, VerifyState state)
        => ShopPage.WriteAsync(http, IdentityPage.Result(text, state));

    private static string? Given(string? entered)
        => string.IsNullOrWhiteSpace(entered) ? null : entered.Trim();
}
