using System.Text.Encodings.Web;
using System.Text.Json;
using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's orders as JSON, for people with a terminal and for tests.</summary>
internal sealed class OrderApi(OrderBook book, Checkout checkout, ShopChannels channels)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people, never as HTML
    };

    /// <summary>Adds the addresses to a web application.</summary>
    public void Map(WebApplication web)
    {
        web.MapPost("/api/orders", CreateAsync);
        web.MapGet("/api/orders", () =>
            Results.Json(book.Newest(ShopRoutes.ListMaximum).Select(View), Json));
    }

    private async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancel)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(cancel) : null;
        if (Product.Find(form?["product"]) is not { } product)
        {
            return Wrong("product", Product.All.Select(static p => p.Id));
        }

        string? name = form?["channel"];
        var channel = channels.ForBuyers.FirstOrDefault(
            c => string.Equals(c.Product, name, StringComparison.Ordinal));
        if (channel is null && !string.IsNullOrEmpty(name))
        {
            return Wrong("channel", channels.ForBuyers.Select(static c => c.Product));
        }

        var result = await checkout.CreateAsync(
            book.Add(product, channel), ShopRoutes.Root(request.HttpContext), cancel);
        return result.Value is { } payment
            ? Results.Json(
                new
                {
                    payment.OutTradeNo,
                    payment.TransactionId,
                    TradeState = Word(payment.TradeState),
                    payment.TotalFee,
                    payment.PayUrl,
                    payment.CodeUrl,
                },
                Json, statusCode: StatusCodes.Status201Created)
            : Results.Json(
                new { result.Problem?.Code, result.Problem?.Detail }, Json,
                statusCode: StatusCodes.Status502BadGateway);
    }

    private static IResult Wrong(string parameter, IEnumerable<string> values)
        => Results.Json(
            new { Detail = $"{parameter} is one of {string.Join(", ", values)}." }, Json,
            statusCode: StatusCodes.Status400BadRequest);

    private static object View(ShopOrder order) => new
    {
        order.OutTradeNo,
        Product = order.Product.Id,
        TotalFee = order.Product.Fen,
        order.Channel,
        TradeState = Word(order.State),
        order.Version,
        Refunds = order.Refunds.Select(static r => new
        {
            r.RefundId,
            r.OutRequestNo,
            RefundFee = r.Fen,
            RefundState = r.State.ToString().ToUpperInvariant(),
        }),
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
}
