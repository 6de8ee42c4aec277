using PayFunctions.Sdk;
using Yuan = PayFunctions.Sandbox.Simulation.Yuan;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The till's addresses.</summary>
internal sealed class TillRoutes(
    OrderBook book, ChargeDesk desk, ShopChannels channels, TimeProvider time)
{
    /// <summary>Adds them to a web application.</summary>
    public void Map(WebApplication web)
    {
        web.MapGet("/till", http => ShopPage.WriteAsync(
            http, TillPage.Entry(ShopText.For(http.Request), channels, book.DrawOrderNo())));
        web.MapPost("/till", ChargeAsync);
        web.MapGet("/till/{outTradeNo}", OutcomeAsync);
        web.MapPost("/till/{outTradeNo}/cancel", CancelAsync);
    }

    private async Task ChargeAsync(HttpContext http)
    {
        var text = ShopText.For(http.Request);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (OrderOf(form) is not { } order)
        {
            await TroubleAsync(http, text.WrongAmount, StatusCodes.Status400BadRequest);
            return;
        }

        try
        {
            if (!desk.Begin(order, form["code"].ToString().Trim(), ShopRoutes.Root(http)))
            {
                await TroubleAsync(http, text.Busy, StatusCodes.Status503ServiceUnavailable);
                return;
            }
        }
        catch (PayRequestException wrong)
        {
            await TroubleAsync(
                http, ShopPage.Html(wrong.Message), StatusCodes.Status400BadRequest);
            return;
        }

        ShopPage.GoTo(http, PathOf(order));
    }

    /// <summary>
    /// The order that the form was made with: one that is known, or a new one of that number. Null
    /// where its amount is none.
    /// </summary>
    private ShopOrder? OrderOf(IFormCollection form)
    {
        if (book.Find(form["order"]) is { } known)
        {
            return known;
        }

        var amount = form["amount"].ToString().Trim();
        var product = amount.Length == 0
            ? Product.Find(form["product"])
            : Yuan.Parse(amount) is > 0 and var fen ? Product.AtTill(fen) : null;
        var channel = channels.Find(form["channel"]);
        return product is null
            ? null
            : new ShopOrder(
                form["order"] is [{ Length: > 0 } number] ? number : book.DrawOrderNo(),
                product, time.GetUtcNow())
            {
                Channel = channel is { Kind: ShopChannelKind.Barcode } ? channel.Product : null,
            };
    }

    private async Task OutcomeAsync(HttpContext http, string outTradeNo)
    {
        var text = ShopText.For(http.Request);

        // Looked at first: a charge that ends in between has its outcome in the book by then.
        var isCharging = desk.IsCharging(outTradeNo);
        if (book.Find(outTradeNo) is not { } order)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Missing(text), StatusCodes.Status404NotFound);
            return;
        }

        await ShopPage.WriteAsync(http, TillPage.Outcome(
            text, order, isCharging, ShopPage.ChannelOf(text, channels, order)));
    }

    private async Task CancelAsync(HttpContext http, string outTradeNo)
    {
        var text = ShopText.For(http.Request);
        if (book.Find(outTradeNo) is not { } order)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Missing(text), StatusCodes.Status404NotFound);
            return;
        }

        if (await desk.CancelAsync(order, http.RequestAborted) is { } problem)
        {
            await TroubleAsync(
                http, ShopPage.Sentence(text, problem), StatusCodes.Status409Conflict,
                PathOf(order));
            return;
        }

        ShopPage.GoTo(http, PathOf(order));
    }

    private static Task TroubleAsync(
        HttpContext http, string sentence, int status, string back = "/till")
    {
        var text = ShopText.For(http.Request);
        return ShopPage.WriteAsync(
            http,
            ShopPage.Trouble(text, sentence, $"""<p><a href="{back}">{text.Till}</a></p>"""),
            status);
    }

    private static string PathOf(ShopOrder order)
        => $"/till/{Uri.EscapeDataString(order.OutTradeNo)}";
}
