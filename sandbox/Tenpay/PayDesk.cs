using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>The address where payers arrive: checks what they carry and opens a pay page.
/// </summary>
internal sealed class PayDesk(
    TenpaySimulatorOptions options, Merchants merchants, TradeBook book,
    CheckoutBook<PayOrder> checkouts, PayPage page, AnswerDesk desk)
{
    private const string Operation = "pay";

    /// <summary>Answers a payer's browser.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        if (await desk.OpenAsync(http, Operation) is null)
        {
            return;
        }

        var (request, error) = await Request.ReadAsync(http.Request, http.RequestAborted);
        var refusal = error?.ToString();
        PayOrder? order = null;
        if (request is not null)
        {
            (order, refusal) = Read(http, request);
        }

        if (order is not null && refusal is null && checkouts.Open(order) is { } checkout)
        {
            http.Response.Redirect(checkout.Path);
            return;
        }

        await page.RefusedAsync(http, refusal ?? Retcode.Busy.ToString());
    }

    private (PayOrder? Order, string? Refusal) Read(HttpContext http, Request request)
    {
        var (merchant, error) = RequestRules.Check(request, merchants);
        PayOrder? order = null;
        if (merchant is not null && error is null)
        {
            (order, error) = PayOrderRules.Read(request, merchant, options.Time.GetUtcNow());
        }

        return order is null || error is not null
            ? (null, (error ?? Retcode.Other).ToString())
            : (order, Reused(order)
                ?? (options.CheckPayer ? PayerRules.Check(http, request, order) : null));
    }

    /// <summary>A number is for one order for ever, whether or not anybody has paid it.</summary>
    private string? Reused(PayOrder order)
        => (book.Find(order)?.Order ?? Opened(order)) is { } known && !known.IsSame(order)
            ? "订单号重复，订单信息不一致 · the number was used for another order"
            : null;

    private PayOrder? Opened(PayOrder order)
        => checkouts.FindLatest(order.OutTradeNo)?.Order is { } known
            && known.Merchant.Is(order.Merchant)
                ? known
                : null;
}
