using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>This simulator as the control interface drives it.</summary>
internal sealed class SimulatedTenpay(
    CheckoutBook<PayOrder> checkouts, TradeBook book, Payer payer) : ISimulatedChannel
{
    /// <summary>The status of a pay page without a trade.</summary>
    public const string NoTrade = "NO_TRADE";

    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades()
    {
        var trades = book.All();
        var known = trades.Select(static t => t.Order.OutTradeNo).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. trades.Select(View),
            .. checkouts.Latest.Where(c => !known.Contains(c.Order.OutTradeNo))
                .Select(static c => Page(c.Order, c.Path)),
        ];
    }

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? View(trade)
            : checkouts.FindLatest(outTradeNo) is { } checkout
                ? Page(checkout.Order, checkout.Path)
            : null;

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => OrderOf(outTradeNo) is { } order ? payer.Pay(order, silent) : null;

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => OrderOf(outTradeNo) is { } order ? book.Close(order) : null;

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? Payer.NotificationOf(trade) : null;

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.Return(trade.Order) : null;

    private static SimulatedTrade Page(PayOrder order, string? path) => new()
    {
        OutTradeNo = order.OutTradeNo,
        State = TradeState.Unused,
        TradeStatus = NoTrade,
        Fen = order.Fen,
        Subject = order.Subject,
        PayPath = path,
    };

    private PayOrder? OrderOf(string outTradeNo)
        => checkouts.FindLatest(outTradeNo)?.Order ?? book.Find(outTradeNo)?.Order;

    private SimulatedTrade View(Trade trade)
        => Page(trade.Order, checkouts.FindLatest(trade.Order.OutTradeNo)?.Path) with
        {
            TradeNo = trade.TransactionId,
            State = trade.State,
            TradeStatus = trade.WireState,
            Refunds =
            [
                .. trade.Refunds.Select(
                    static r => new SimulatedRefund(r.OutRefundNo, r.Fen, r.Word)),
            ],
        };
}
