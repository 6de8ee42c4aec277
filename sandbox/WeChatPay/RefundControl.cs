using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Orders how refunds end, ends one, tells of one again.</summary>
internal sealed class RefundControl(
    TradeBook book, RefundPlan plan, RefundTeller teller)
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
        routes.MapPost("/control/refunds/{outRefundNo}/notify", NotifyAsync);
        routes.MapPost("/control/refunds/{outRefundNo}/end", End);
    }

    private static IResult Refused(string detail, int status)
        => Results.Json(new { Detail = detail }, Control.Json, statusCode: status);

    private static IResult NoRefund()
        => Refused("No refund has this number.", StatusCodes.Status404NotFound);

    private static IResult BadPlan()
        => Refused(
            "end is success, closed, abnormal or processing; count is 1 to"
            + $" {RefundPlan.Maximum}.",
            StatusCodes.Status400BadRequest);

    private async Task<IResult> PlanAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            var order = await JsonSerializer.DeserializeAsync<RefundOrder>(
                request.Body, Control.Json, cancel);
            return order is not null && plan.TryOrder(order)
                ? Results.Json(plan.Left(), Control.Json)
                : BadPlan();
        }
        catch (JsonException)
        {
            return BadPlan();
        }
    }

    private async Task<IResult> NotifyAsync(string outRefundNo, CancellationToken cancel)
        => book.FindRefund(outRefundNo) is not { } found ? NoRefund()
            : await teller.TellOnceAsync(found.Trade, found.Refund, cancel) ? Results.NoContent()
            : Refused("There is nothing to tell, or nowhere.", StatusCodes.Status409Conflict);

    private IResult End(HttpRequest request, string outRefundNo)
    {
        if (!Enum.TryParse<RefundStatus>(request.Query["status"], ignoreCase: true, out var end)
            || !Enum.IsDefined(end))
        {
            return BadPlan();
        }

        if (book.FindRefund(outRefundNo) is not { } found)
        {
            return NoRefund();
        }

        Refund? ended = null;
        var move = book.Change(found.Trade, (trade, now) =>
        {
            var refund = trade.Refunds.Find(r => string.Equals(
                r.OutRefundNo, outRefundNo, StringComparison.Ordinal))!;
            if (refund.Status is not (RefundStatus.Processing or RefundStatus.Abnormal))
            {
                return TradeMove.Refused(ApiError.Invalid("退款已结束"), trade);
            }

            ended = (refund with { Settles = now, NotifyId = TradeNumbers.NotifyId() })
                .Ended(end, now);
            return TradeMove.To(
                trade with { Refunds = trade.Refunds.Replace(refund, ended) });
        });
        if (ended is null)
        {
            return Refused("This refund has ended.", StatusCodes.Status409Conflict);
        }

        teller.Tell(move.Trade!, ended);
        return Results.Json(
            new { OutRefundNo = outRefundNo, Status = ended.WireStatus }, Control.Json);
    }
}
