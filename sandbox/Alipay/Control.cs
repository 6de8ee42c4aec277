using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>What drives and watches the simulator without a browser.</summary>
internal sealed class Control(
    CheckoutBook checkouts,
    TradeBook book,
    Payer payer,
    NotificationSender sender,
    NotificationLog log,
    FaultPlan faults,
    TimeProvider time,
    RSA key)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people, never as HTML
    };

    /// <summary>Adds the routes to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/trades", () => Results.Json(Trades(), Json));
        routes.MapGet("/control/trades/{outTradeNo}", (string outTradeNo) => Show(outTradeNo));
        routes.MapPost("/control/trades/{outTradeNo}/pay", (string outTradeNo) => Pay(outTradeNo));
        routes.MapPost(
            "/control/trades/{outTradeNo}/close", (string outTradeNo) => Close(outTradeNo));
        routes.MapPost("/control/trades/{outTradeNo}/notify", NotifyAsync);
        routes.MapGet("/control/faults", () => Results.Json(faults.Left(), Json));
        routes.MapPost("/control/faults", OrderAsync);
        routes.MapDelete("/control/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }

    private static IResult Refused(string detail, int status)
        => Results.Json(new { Detail = detail }, Json, statusCode: status);

    private static IResult NotFound()
        => Refused(
            "No trade and no pay page has this out_trade_no.", StatusCodes.Status404NotFound);

    private List<TradeView> Trades()
    {
        var trades = book.All();
        var known = trades.Select(static t => t.Order.OutTradeNo).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. trades.Select(View),
            .. checkouts.Latest
                .Where(o => !known.Contains(o.OutTradeNo))
                .Select(TradeView.OfPage),
        ];
    }

    private TradeView View(Trade trade)
        => TradeView.OfTrade(
            trade, Notice.Return(trade, time.GetUtcNow(), key), log.Of(trade.NotifyId));

    private IResult Show(string outTradeNo)
        => Find(outTradeNo) is { } trade ? Results.Json(View(trade), Json)
            : checkouts.FindLatest(outTradeNo) is { } order
                ? Results.Json(TradeView.OfPage(order), Json)
                : NotFound();

    private Trade? Find(string outTradeNo)
        => book.All().FirstOrDefault(
            t => string.Equals(t.Order.OutTradeNo, outTradeNo, StringComparison.Ordinal));

    private IResult Pay(string outTradeNo)
        => (checkouts.FindLatest(outTradeNo) ?? Find(outTradeNo)?.Order) is { } order
            ? Answer(payer.Pay(order))
            : NotFound();

    private IResult Close(string outTradeNo)
        => Find(outTradeNo) is { } trade ? Answer(book.Close(trade)) : NotFound();

    private IResult Answer(TradeMove move)
        => move.Error is { } error
            ? Refused($"{error.SubCode}: {error.SubMsg}", StatusCodes.Status409Conflict)
            : Results.Json(View(move.Trade!), Json);

    private async Task<IResult> NotifyAsync(string outTradeNo, CancellationToken cancel)
    {
        if (Find(outTradeNo) is not { } trade)
        {
            return NotFound();
        }

        if (trade.Order.NotifyUrl.Length == 0)
        {
            return Refused("The order named no notify_url.", StatusCodes.Status409Conflict);
        }

        await sender.SendAsync(trade, cancel);
        return Results.Json(View(trade), Json);
    }

    private async Task<IResult> OrderAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            var order = await JsonSerializer.DeserializeAsync<FaultOrder>(
                request.Body, Json, cancel);
            return order is not null && faults.TryOrder(order)
                ? Results.Json(faults.Left(), Json)
                : Refused(
                    $"kind is one of {string.Join(", ", Fault.Kinds)}; count is at least 1.",
                    StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return Refused("The body is a JSON object.", StatusCodes.Status400BadRequest);
        }
    }
}
