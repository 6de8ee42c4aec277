using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>Gives money back.</summary>
internal sealed class RefundDesk(PayClient client, OrderBook book)
{
    /// <summary>Refunds a part of an order, or all of it.</summary>
    /// <param name="order">A paid order.</param>
    /// <param name="outRequestNo">The number that the form was made with.</param>
    /// <param name="fen">How much.</param>
    /// <param name="cancel">Gives up; the money may go back all the same.</param>
    /// <returns>What the gateway did not like; null where it is under way or over.</returns>
    /// <exception cref="PayRequestException">There is no such number or amount.</exception>
    public async Task<PayProblem?> RefundAsync(
        ShopOrder order, string? outRequestNo, long fen, CancellationToken cancel)
    {
        var result = await client.RefundAsync(
            new RefundRequest
            {
                OutRequestNo = outRequestNo,
                OutTradeNo = order.OutTradeNo,
                RefundFee = fen,
            },
            cancel);
        if (result.Value is { } refund)
        {
            book.Book(refund);
        }

        return result.Problem;
    }
}
