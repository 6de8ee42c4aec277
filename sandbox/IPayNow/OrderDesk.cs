using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>Takes orders (WP001) and answers questions about them (MQ001, MQ002).</summary>
internal sealed class OrderDesk(TradeBook book, CheckoutBook<PayOrder> checkouts, Payer payer)
{
    private const string Done = "E000#成功[成功]";

    /// <summary>
    /// The page that a browser goes to, or why not; null where the order is answered instead.
    /// </summary>
    public (string? Path, Refusal? Error) Page(PayOrder order)
    {
        var move = book.Open(order);
        return move.Error is { } error ? (null, error)
            : checkouts.Open(move.Trade!.Order) is { } checkout
                ? (order.Channel.Length > 0
                    ? checkout.Path
                    : $"{ChoicePage.Path}/{checkout.Token}", null)
                : (null, Refusal.Busy);
    }

    /// <summary>The answer to WP001: a link, an image, or what the payer's code did.</summary>
    /// <param name="request">The request.</param>
    /// <param name="order">What it orders.</param>
    /// <param name="habit">What the payer does who shows a code.</param>
    /// <param name="root">This simulator's root.</param>
    /// <param name="now">The moment.</param>
    public List<KeyValuePair<string, string>> Pay(
        GatewayRequest request, PayOrder order, string habit, string root, DateTimeOffset now)
    {
        var move = book.Open(order);
        if (move.Error is { } error)
        {
            return WireAnswers.Refused(request, error, now);
        }

        if (order.Device is "05")
        {
            payer.Show(move.Trade!.Order, habit);
            return Charged(request, book.Find(order.Application.AppId, order.OutTradeNo)!, now);
        }

        if (checkouts.Open(move.Trade!.Order) is not { } checkout)
        {
            return WireAnswers.Refused(request, Refusal.Busy, now);
        }

        var link = root + checkout.Path;
        return WireAnswers.Fields(request, "A001", Done, now,
        [
            new("appId", order.Application.AppId),
            new("funcode", "WP001"),
            new("mhtOrderNo", order.OutTradeNo),
            new("nowPayOrderNo", move.Trade.Number),
            new("tn", order is { Device: "08" or "20", Output: "0" } ? QrImage.Of(link) : link),
            .. order is { IsVersioned: true, Device: not "08" }
                ? (KeyValuePair<string, string>[])[new("transStatus", "A004")]
                : [],
        ]);
    }

    /// <summary>The answer to a query.</summary>
    public List<KeyValuePair<string, string>> Query(GatewayRequest request, DateTimeOffset now)
        => book.Find(request["appId"], request["mhtOrderNo"]) is { } trade
            && trade.Order.IsVersioned == request.IsVersioned
            && (!request.IsVersioned || string.Equals(
                trade.Order.Device, request["deviceType"], StringComparison.Ordinal))
            ? WireAnswers.Fields(
                request, "A001", Done, now,
                request.IsVersioned
                    ? [.. TradeFields.OfB(trade), new("funcode", request.Funcode)]
                    : TradeFields.OfA(trade))
            : WireAnswers.Refused(request, Refusal.NoOrder, now);

    private static List<KeyValuePair<string, string>> Charged(
        GatewayRequest request, Trade trade, DateTimeOffset now)
        => trade.Status is TradeState.Declined
            ? WireAnswers.Refused(request, Refusal.Order("付款方拒绝"), now)
            : WireAnswers.Fields(request, "A001", Done, now,
            [
                .. TradeFields.OfB(trade).Where(static f => f.Key
                    is "appId" or "mhtOrderNo" or "mhtOrderAmt" or "oriMhtOrderAmt"
                        or "discountAmt" or "nowPayOrderNo" or "channelOrderNo" or "payTime"
                        or "bankType" or "cardType" or "transStatus"),
                new("funcode", "WP001"),
            ]);
}
