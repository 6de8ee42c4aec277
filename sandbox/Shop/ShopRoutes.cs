using System.Text.Encodings.Web;
using System.Text.Json;
using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's addresses.</summary>
internal static class ShopRoutes
{
    private const int ListMaximum = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people, never as HTML
    };

    /// <summary>Adds them to a web application.</summary>
    public static void Map(WebApplication web)
    {
        web.MapGet("/", static http => ShopPage.WriteAsync(
            http, ShopPage.Products(ShopText.For(http.Request))));
        web.MapGet("/shop.css", ShopPage.StyleAsync);
        web.MapPost("/buy", BuyAsync);
        web.MapGet("/orders", static http => ShopPage.WriteAsync(
            http, ShopPage.Orders(ShopText.For(http.Request), Book(http).Newest(ListMaximum))));
        web.MapGet("/orders/{outTradeNo}", OrderAsync);
        web.MapGet(Till.ReturnPath, ReturnAsync);
        web.MapPost("/api/orders", CreateAsync);
        web.MapGet("/api/orders", static (OrderBook book) =>
            Results.Json(book.Newest(ListMaximum).Select(View), Json));
        var orders = web.Services.GetRequiredService<OrderBook>();
        web.MapPayNotifications(Till.NotifyPath, (notification, _) =>
        {
            orders.Book(notification);
            return Task.CompletedTask;
        });
    }

    private static async Task BuyAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Product.Find(form["product"]) is not { } product)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Missing(ShopText.For(http.Request)), StatusCodes.Status404NotFound);
            return;
        }

        http.Response.Headers.Location = $"/orders/{Book(http).Add(product).OutTradeNo}";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private static async Task OrderAsync(HttpContext http)
    {
        var text = ShopText.For(http.Request);
        var number = http.GetRouteValue("outTradeNo")?.ToString() ?? string.Empty;
        if (Book(http).Find(number) is not { } order)
        {
            await ShopPage.WriteAsync(
                http, ShopPage.Missing(text), StatusCodes.Status404NotFound);
            return;
        }

        var payUrl = order.IsPaid ? string.Empty : TillOf(http).PayUrl(order, Root(http));
        await ShopPage.WriteAsync(http, ShopPage.Order(text, order, payUrl));
    }

    private static async Task ReturnAsync(HttpContext http, PayVerifier verifier)
    {
        var verification = await verifier.VerifyReturnAsync(
            http.Request.QueryString.Value, http.RequestAborted);
        await ShopPage.WriteAsync(http, ShopPage.Return(
            ShopText.For(http.Request), verification.Response?.OutTradeNo,
            verification.IsGenuine));
    }

    private static async Task<IResult> CreateAsync(
        HttpRequest request, OrderBook book, Till till, CancellationToken cancel)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(cancel) : null;
        if (Product.Find(form?["product"]) is not { } product)
        {
            var ids = string.Join(", ", Product.All.Select(static p => p.Id));
            return Results.Json(
                new { Detail = $"product is one of {ids}." }, Json,
                statusCode: StatusCodes.Status400BadRequest);
        }

        var order = book.Add(product);
        var result = await till.CreateAsync(order, Root(request.HttpContext), cancel);
        return result.Value is { } payment
            ? Results.Json(
                new
                {
                    payment.OutTradeNo,
                    payment.TransactionId,
                    TradeState = Word(payment.TradeState),
                    payment.TotalFee,
                    payment.PayUrl,
                },
                Json, statusCode: StatusCodes.Status201Created)
            : Results.Json(
                new { result.Problem?.Code, result.Problem?.Detail }, Json,
                statusCode: StatusCodes.Status502BadGateway);
    }

    private static object View(ShopOrder order) => new
    {
        order.OutTradeNo,
        Product = order.Product.Id,
        TotalFee = order.Product.Fen,
        TradeState = Word(order.State),
        order.Version,
        Notices = order.Notices.Select(static n => new
        {
            n.NotifyId,
            n.At,
            TradeState = Word(n.State),
            n.Version,
        }),
    };

    /// <summary>A state as the gateway spells it.</summary>
    private static string Word(TradeState state) => state.ToString().ToUpperInvariant();

    private static OrderBook Book(HttpContext http)
        => http.RequestServices.GetRequiredService<OrderBook>();

    private static Till TillOf(HttpContext http) => http.RequestServices.GetRequiredService<Till>();

    private static Uri Root(HttpContext http)
        => new($"{http.Request.Scheme}://{http.Request.Host}");
}
