using System.Globalization;
using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The payer's page and its three buttons.</summary>
internal sealed class Cashier(
    CheckoutBook checkouts, TradeBook book, Payer payer, TimeProvider time, RSA key)
{
    /// <summary>Adds the pages to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cashier/{token}", ShowAsync);
        routes.MapPost("/cashier/{token}/pay", http => ActAsync(http, payer.Pay));
        routes.MapPost("/cashier/{token}/cancel", LeaveAsync);
        routes.MapPost("/cashier/{token}/later", LaterAsync);
        routes.MapGet("/cashier.css", CashierPage.StyleAsync);
    }

    private static string Token(HttpContext http)
        => http.GetRouteValue("token")?.ToString() ?? string.Empty;

    private async Task ShowAsync(HttpContext http)
    {
        var token = Token(http);
        if (checkouts.Find(token) is not { } order)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await CashierPage.WriteAsync(http, CashierPage.Unknown());
            return;
        }

        var trade = book.Find(order.Application.SellerId, string.Empty, order.OutTradeNo);
        var page = trade?.Status switch
        {
            TradeStatus.Success => CashierPage.Paid(
                order, Notice.Return(trade, time.GetUtcNow(), key)),
            TradeStatus.Closed => CashierPage.Closed(order),
            _ => CashierPage.Choice(token, order, http.Request.Query.ContainsKey("waiting")),
        };
        await CashierPage.WriteAsync(http, page);
    }

    private async Task ActAsync(HttpContext http, Func<PayOrder, TradeMove> act, string then = "")
    {
        var token = Token(http);
        if (checkouts.Find(token) is { } order
            && act(order).Error is { } error
            && error.SubCode is not ("ACQ.TRADE_HAS_SUCCESS" or "ACQ.TRADE_HAS_CLOSE"))
        {
            await CashierPage.WriteAsync(http, CashierPage.Refused(error));
            return;
        }

        http.Response.Headers.Location = $"/cashier/{token}{then}";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private async Task LeaveAsync(HttpContext http)
    {
        if (checkouts.Find(Token(http)) is { } order && payer.Leave(order).Error is null)
        {
            await CashierPage.WriteAsync(http, CashierPage.Left(Token(http), order));
            return;
        }

        await ActAsync(http, payer.Leave);
    }

    private async Task LaterAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var seconds = int.TryParse(
            form["seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? Math.Clamp(given, 1, Payer.MaximumDelaySeconds)
            : 1;
        await ActAsync(
            http, order => payer.PayLater(order, TimeSpan.FromSeconds(seconds)), "?waiting=1");
    }
}
