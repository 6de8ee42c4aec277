using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Where a QR code leads: whoever opens it has scanned it, and the trade exists.</summary>
internal sealed class ScanPage(CheckoutBook<PayOrder> checkouts, Payer payer, PayPage page)
{
    /// <summary>The path of a code, from the simulator's root.</summary>
    public static string PathOf(Checkout<PayOrder> checkout) => $"/scan/{checkout.Token}";

    /// <summary>Adds the page to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/scan/{token}", ScanAsync);

    private async Task ScanAsync(HttpContext http, string token)
    {
        if (checkouts.Find(token) is not { } checkout)
        {
            await page.UnknownAsync(http);
            return;
        }

        if (payer.Enter(checkout.Order) is { } refusal)
        {
            await page.RefusedAsync(http, refusal);
            return;
        }

        http.Response.Redirect(checkout.Path);
    }
}
