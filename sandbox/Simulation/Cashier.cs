using System.Globalization;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>The payer's page and its buttons, under the book's root.</summary>
internal sealed class Cashier<TOrder>(
    CheckoutBook<TOrder> checkouts,
    ICashierDesk<TOrder> desk,
    PayPage page,
    Background background,
    TimeProvider time)
    where TOrder : class, ICheckoutOrder
{
    /// <summary>Adds the pages to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(checkouts.Root + "/{token}");
        pages.MapGet(string.Empty, ShowAsync);
        pages.MapPost("/pay", http => ActAsync(http, desk.Pay));
        pages.MapPost("/decline", http => ActAsync(http, desk.Decline));
        pages.MapPost("/cancel", LeaveAsync);
        pages.MapPost("/later", LaterAsync);
        if (checkouts.Root is CheckoutBook<TOrder>.CashierRoot)
        {
            routes.MapGet(PageFrame.StylePath, page.Frame.StyleAsync);
        }
    }

    private Checkout<TOrder>? Find(HttpContext http)
        => checkouts.Find(http.GetRouteValue("token")?.ToString() ?? string.Empty);

    private async Task ShowAsync(HttpContext http)
    {
        if (Find(http) is not { } checkout)
        {
            await page.UnknownAsync(http);
            return;
        }

        var order = checkout.Order;
        await (desk.StateOf(order) switch
        {
            TradeState.Paid => page.PaidAsync(http, order, desk.Return(order)),
            TradeState.Closed or TradeState.Refunded => page.ClosedAsync(http, order),
            _ => page.ChoiceAsync(
                http, checkout.Path, order, desk.CanDecline,
                http.Request.Query.ContainsKey("waiting")),
        });
    }

    private async Task ActAsync(HttpContext http, Func<TOrder, string?> act, string then = "")
    {
        if (Find(http) is not { } checkout)
        {
            await page.UnknownAsync(http);
            return;
        }

        if (act(checkout.Order) is { } refusal)
        {
            await page.RefusedAsync(http, refusal);
            return;
        }

        http.Response.Headers.Location = checkout.Path + then;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private async Task LeaveAsync(HttpContext http)
    {
        if (Find(http) is { } checkout
            && desk.Enter(checkout.Order) is null
            && desk.StateOf(checkout.Order) is TradeState.Unused or TradeState.Waiting)
        {
            await page.LeftAsync(http, checkout.Path, checkout.Order);
            return;
        }

        await ActAsync(http, desk.Enter);
    }

    private async Task LaterAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var seconds = int.TryParse(
            form["seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? Math.Clamp(given, 1, PayPage.MaximumDelaySeconds)
            : 1;
        await ActAsync(
            http, order => PayLater(order, TimeSpan.FromSeconds(seconds)), "?waiting=1");
    }

    private string? PayLater(TOrder order, TimeSpan delay)
        => desk.Enter(order)
            ?? (background.TryStart(cancel => WaitAndPayAsync(order, delay, cancel))
                ? null
                : "Too many payers wait already.");

    private async Task WaitAndPayAsync(TOrder order, TimeSpan delay, CancellationToken cancel)
    {
        await Task.Delay(delay, time, cancel);
        desk.Pay(order);
    }
}
