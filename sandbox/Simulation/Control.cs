using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// What drives and watches a simulator without a browser: the same routes and the same JSON at
/// every channel. A refusal is 404 or 409 with <c>{"detail": …}</c>.
/// </summary>
internal sealed class Control(
    ISimulatedChannel channel, NotificationSender sender, NotificationLog log, FaultPlan faults)
{
    /// <summary>How the control interface writes and reads JSON.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by people, never as HTML
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Adds the routes to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Trade = "/control/trades/{outTradeNo}";
        routes.MapGet("/control/trades", Trades);
        routes.MapGet(Trade, (HttpRequest http, string outTradeNo)
            => Act(http, outTradeNo, static _ => null));
        routes.MapPost(Trade + "/pay", (HttpRequest http, string outTradeNo)
            => Act(http, outTradeNo, number => channel.Pay(number, IsSilent(http))));
        routes.MapPost(Trade + "/decline", (HttpRequest http, string outTradeNo)
            => Act(http, outTradeNo, channel.Decline));
        routes.MapPost(Trade + "/close", (HttpRequest http, string outTradeNo)
            => Act(http, outTradeNo, channel.Close));
        routes.MapPost(Trade + "/notify", NotifyAsync);
        routes.MapPost(Trade + "/return", Return);
        routes.MapGet("/control/faults", () => Results.Json(faults.Left(), Json));
        routes.MapPost("/control/faults", OrderAsync);
        routes.MapDelete("/control/faults", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }

    private static bool IsSilent(HttpRequest http) => http.Query["silent"] == "1";

    private static IResult Refused(string detail, int status)
        => Results.Json(new { Detail = detail }, Json, statusCode: status);

    private static IResult NotFound()
        => Refused(
            "No trade and no pay page has this out_trade_no.", StatusCodes.Status404NotFound);

    private IResult Trades(HttpRequest http)
        => Results.Json(channel.Trades().Select(t => View(http, t)), Json);

    private TradeView View(HttpRequest http, SimulatedTrade trade)
        => new(
            trade.OutTradeNo, trade.State, trade.TradeStatus, trade.Fen, trade.Subject,
            trade.TradeNo, trade.PhoneCode,
            trade.PayPath is null ? null : $"{http.Scheme}://{http.Host}{trade.PayPath}",
            trade.Refunds,
            log.Of(trade.OutTradeNo),
            log.LastOf(trade.OutTradeNo) is { } message ? MessageView.Of(message) : null);

    private IResult Act(HttpRequest http, string outTradeNo, Func<string, string?> act)
    {
        if (channel.Find(outTradeNo) is null)
        {
            return NotFound();
        }

        return BadFault(http, outTradeNo)
            ?? (act(outTradeNo) is { } refusal
                ? Refused(refusal, StatusCodes.Status409Conflict)
                : Results.Json(View(http, channel.Find(outTradeNo)!), Json));
    }

    private async Task<IResult> NotifyAsync(
        HttpRequest http, string outTradeNo, CancellationToken cancel)
    {
        if (channel.Find(outTradeNo) is null)
        {
            return NotFound();
        }

        if (BadFault(http, outTradeNo) is { } bad)
        {
            return bad;
        }

        if (channel.NotificationOf(outTradeNo) is not { } notification)
        {
            return Refused(
                "There is nothing to tell, or the order named no address to tell it to.",
                StatusCodes.Status409Conflict);
        }

        await sender.SendAsync(notification, cancel);
        return Results.Json(View(http, channel.Find(outTradeNo)!), Json);
    }

    private IResult Return(string outTradeNo)
        => channel.Find(outTradeNo) is null ? NotFound()
            : channel.Return(outTradeNo) is { } visit
                ? Results.Json(MessageView.Of(visit), Json)
                : Refused(
                    "The payer does not go back: the trade is not paid, or the order named no"
                    + " address.",
                    StatusCodes.Status409Conflict);

    /// <summary>A fault by header is for this trade's next notification.</summary>
    private IResult? BadFault(HttpRequest http, string outTradeNo)
    {
        var header = http.Headers[Fault.Header].ToString();
        return header.Length == 0
            || (FaultOrder.Parse(header) is { } order
                && Fault.OfNotifications.Contains(order.Kind, StringComparer.Ordinal)
                && faults.TryOrder(order with { OutTradeNo = outTradeNo }))
                ? null
                : Refused(
                    $"Here {Fault.Header} is kind or kind;seconds=20, with one of"
                    + $" {string.Join(", ", Fault.OfNotifications)}.",
                    StatusCodes.Status400BadRequest);
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
                    $"kind is one of {string.Join(", ", faults.Kinds)}; count is 1 to"
                    + $" {FaultPlan.MaximumCount}, seconds are at most"
                    + $" {FaultPlan.MaximumSeconds}, orders at most {FaultPlan.MaximumOrders}.",
                    StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return Refused("The body is a JSON object.", StatusCodes.Status400BadRequest);
        }
    }
}
