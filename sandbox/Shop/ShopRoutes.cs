using PayFunctions.Sdk;
using Yuan = PayFunctions.Sandbox.Simulation.Yuan;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The addresses of buyers.</summary>
internal sealed class ShopRoutes(
    OrderBook book, Checkout checkout, RefundDesk refunds, ShopChannels channels)
{
    /// <summary>The most orders in a list.</summary>
    public const int ListMaximum = 100;

    /// <summary>Where the shop's own people go on to the gateway's console. A real shop asks who
    /// they are first.</summary>
    public const string ConsolePath = "/console";

    /// <summary>Where wallets' users come in.</summary>
    public const string LoginPath = "/login";

    /// <summary>Adds them to a web application.</summary>
    public void Map(WebApplication web)
    {
        web.MapGet("/", http => ShopPage.WriteAsync(
            http, ProductsPage.Html(ShopText.For(http.Request), channels)));
        web.MapGet("/shop.css", ShopPage.StyleAsync);
        web.MapPost("/buy", BuyAsync);
        web.MapGet("/orders", http => ShopPage.WriteAsync(http, OrdersPage.Html(
            ShopText.For(http.Request), channels, book.Newest(ListMaximum))));
        web.MapGet("/orders/{outTradeNo}", OrderAsync);
        web.MapPost("/orders/{outTradeNo}/refund", RefundAsync);
        web.MapGet(Checkout.ReturnPath, ReturnAsync);
        web.MapGet(ConsolePath, async (HttpContext http, PayClient client) => ShopPage.GoTo(
            http, (await client.GetConsoleUrlAsync(http.RequestAborted)).AbsoluteUri));
        web.MapGet(LoginPath, LoginAsync);
        web.MapPayNotifications(Checkout.NotifyPath, (notification, _) =>
        {
            book.Book(notification);
            return Task.CompletedTask;
        });
    }

    /// <summary>The shop as the browser knows it.</summary>
    public static Uri Root(HttpContext http)
        => new($"{http.Request.Scheme}://{http.Request.Host}");

    private async Task BuyAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Product.Find(form["product"]) is not { } product)
        {
            await MissAsync(http);
            return;
        }

        var channel = channels.ForBuyers.FirstOrDefault(
            c => string.Equals(c.Product, form["channel"], StringComparison.Ordinal));
        ShopPage.GoTo(http, ShopPage.PathOf(book.Add(product, channel).OutTradeNo));
    }

    private async Task OrderAsync(HttpContext http, string outTradeNo)
    {
        if (book.Find(outTradeNo) is not { } known)
        {
            await MissAsync(http);
            return;
        }

        var text = ShopText.For(http.Request);
        var (order, problem) = await checkout.LookAsync(known, Root(http), http.RequestAborted);
        await ShopPage.WriteAsync(http, OrderPage.Html(
            text, order, ShopPage.ChannelOf(text, channels, order), ToPay(http, order, problem),
            book.DrawRefundNo()));
    }

    private string ToPay(HttpContext http, ShopOrder order, PayProblem? problem)
    {
        var text = ShopText.For(http.Request);
        return (order, channels.Find(order.Channel)?.Kind) switch
        {
            ({ IsPayable: false }, _)
                => problem is null ? string.Empty : OrderPage.Problem(text, problem),
            ({ CodeUrl: { } code }, _) => OrderPage.Code(text, code),
            (_, ShopChannelKind.Code) => OrderPage.NoCode(text, problem),
            (_, ShopChannelKind.Barcode) => string.Empty,
            _ => OrderPage.PayLink(text, checkout.PayUrl(order, Root(http))),
        };
    }

    private async Task RefundAsync(HttpContext http, string outTradeNo)
    {
        var text = ShopText.For(http.Request);
        if (book.Find(outTradeNo) is not { IsPaid: true } order)
        {
            await MissAsync(http);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var number = form["out_request_no"].ToString();
        if (Yuan.Parse(form["amount"].ToString().Trim()) is not { } fen)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Trouble(text, text.WrongAmount, Back(text, order)),
                StatusCodes.Status400BadRequest);
            return;
        }

        try
        {
            if (await refunds.RefundAsync(order, number, fen, http.RequestAborted) is { } problem)
            {
                await TroubleAsync(http, order, problem, number, fen);
                return;
            }
        }
        catch (PayRequestException wrong)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Trouble(text, ShopPage.Html(wrong.Message), Back(text, order)),
                StatusCodes.Status400BadRequest);
            return;
        }

        ShopPage.GoTo(http, ShopPage.PathOf(order.OutTradeNo));
    }

    /// <summary>Where nobody knows, the same form is offered again: it is one refund.</summary>
    private static Task TroubleAsync(
        HttpContext http, ShopOrder order, PayProblem problem, string number, long fen)
    {
        var text = ShopText.For(http.Request);
        var again = problem.IsOutcomeUnknown
            ? $"<p>{text.SendAgain}</p>{OrderPage.RefundForm(text, order, number, fen)}"
            : string.Empty;
        return ShopPage.WriteAsync(
            http,
            ShopPage.Trouble(text, ShopPage.Sentence(text, problem), again + Back(text, order)),
            problem.IsOutcomeUnknown
                ? StatusCodes.Status502BadGateway
                : StatusCodes.Status409Conflict);
    }

    /// <summary>A real shop begins a session here, and sends the browser on.</summary>
    private static async Task LoginAsync(HttpContext http, PayVerifier verifier)
    {
        var login = await verifier.VerifyLoginAsync(
            http.Request.QueryString.Value, http.RequestAborted);
        await ShopPage.WriteAsync(
            http,
            ShopPage.Login(ShopText.For(http.Request), login.Response?.GetUserId()),
            login.IsGenuine ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden);
    }

    private static async Task ReturnAsync(HttpContext http, PayVerifier verifier)
    {
        var verification = await verifier.VerifyReturnAsync(
            http.Request.QueryString.Value, http.RequestAborted);
        await ShopPage.WriteAsync(http, ShopPage.Return(
            ShopText.For(http.Request), verification.Response?.OutTradeNo,
            verification.IsGenuine));
    }

    private static string Back(ShopText text, ShopOrder order)
        => $"""<p><a href="{ShopPage.PathOf(order.OutTradeNo)}">{text.ToOrder}</a></p>""";

    private static Task MissAsync(HttpContext http)
        => ShopPage.WriteAsync(
            http, ShopPage.Missing(ShopText.For(http.Request)), StatusCodes.Status404NotFound);
}
