using System.Globalization;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Cashier;

/// <summary>
/// The way back to the merchant: its return_url with signed parameters behind its own. They are for
/// display only; what counts is the notification and the query.
/// </summary>
internal sealed class ReturnLink(SignLink sign)
{
    /// <summary>The address, or null when the merchant gave none.</summary>
    public async Task<string?> OfAsync(Order order, CancellationToken cancellation)
        => order.Terms.ReturnUrl is { } returnUrl
            ? await sign.RunAsync(returnUrl, Fields(order), cancellation)
            : null;

    private static KeyValuePair<string, string>[] Fields(Order order) =>
    [
        new("app_id", order.AppId),
        new("out_trade_no", order.OutTradeNo),
        new("transaction_id", order.Id.Value),
        new("trade_state", TradeState.Of(order.State)),
        new("total_fee", Number(order.Terms.Total.Fen)),
        new("fee_type", order.Terms.Total.Currency),
        new("order_version", Number(order.Version)),
    ];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
