using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>
/// What only this channel has to control: the states that refunds go through, and the switches of
/// merchants. The JSON is in snake case, as everywhere.
/// </summary>
internal sealed class TenpayControl(
    Merchants merchants, TradeBook book, RefundPlan plan, RefundTeller teller)
{
    /// <summary>Adds the routes to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/refund-plans", () => Results.Json(plan.Left(), Control.Json));
        routes.MapPost("/control/refund-plans", PlanAsync);
        routes.MapDelete("/control/refund-plans", () =>
        {
            plan.Clear();
            return Results.NoContent();
        });
        routes.MapPost("/control/refunds/{outRefundNo}/next", Next);
        routes.MapGet("/control/merchants/{identity}", Show);
        routes.MapPut("/control/merchants/{identity}", SwitchAsync);
    }

    private static IResult Refused(string detail, int status)
        => Results.Json(new { Detail = detail }, Control.Json, statusCode: status);

    private async Task<IResult> PlanAsync(HttpRequest request, CancellationToken cancel)
        => await ReadAsync<RefundOrder>(request, cancel) is { } order && plan.TryOrder(order)
            ? Results.Json(plan.Left(), Control.Json)
            : Refused(
                "states are refund states from 1 to 11, one after the other; count is 1 to"
                + $" {RefundPlan.Maximum}.",
                StatusCodes.Status400BadRequest);

    /// <summary>A refund goes on by one state, and the merchant is told where that is told.
    /// </summary>
    private IResult Next(string outRefundNo)
    {
        var trade = book.All().FirstOrDefault(t => t.Refunds.Any(r => Is(r, outRefundNo)));
        if (trade is null)
        {
            return Refused("No refund has this number.", StatusCodes.Status404NotFound);
        }

        var state = book.Change(trade, (known, now, _) =>
        {
            var refund = known.Refunds.First(r => Is(r, outRefundNo));
            var next = teller.Tell(known, refund, refund.Next(now));
            return (known with { Refunds = known.Refunds.Replace(refund, next) }, next.State);
        });
        return Results.Json(new { OutRefundNo = outRefundNo, RefundStatus = state }, Control.Json);
    }

    private IResult Show(string identity)
        => merchants.Find(identity) is { } merchant
            ? Results.Json(merchant.Switches, Control.Json)
            : Refused("No such merchant.", StatusCodes.Status404NotFound);

    private async Task<IResult> SwitchAsync(
        HttpRequest request, string identity, CancellationToken cancel)
    {
        if (merchants.Find(identity) is not { } merchant)
        {
            return Refused("No such merchant.", StatusCodes.Status404NotFound);
        }

        if (await ReadAsync<MerchantSwitches>(request, cancel) is not { Discount: >= 0 } switches)
        {
            return Refused(
                "notify_id_only, notify_by_get and extra_field are true or false; discount is in"
                + " fen.",
                StatusCodes.Status400BadRequest);
        }

        merchant.Switches = switches;
        return Results.Json(switches, Control.Json);
    }

    private static bool Is(Refund refund, string number)
        => string.Equals(refund.OutRefundNo, number, StringComparison.Ordinal);

    private static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Control.Json, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
