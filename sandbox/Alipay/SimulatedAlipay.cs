using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>This simulator as the control interface drives it.</summary>
internal sealed class SimulatedAlipay(
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
            .. checkouts.Latest.Where(c => !known.Contains(c.Order.OutTradeNo)).Select(Unused),
        ];
    }

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? View(trade)
            : checkouts.FindLatest(outTradeNo) is { } checkout ? Unused(checkout)
            : null;

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => (checkouts.FindLatest(outTradeNo)?.Order ?? book.Find(outTradeNo)?.Order) is { } order
            ? payer.Pay(order, silent).Error?.ToString()
            : null;

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is { } trade
            ? book.Close(trade).Error?.ToString()
            : "Nobody has used the pay page: there is no trade to close.";

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.NotificationOf(trade) : null;

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.Return(trade.Order) : null;

    private static SimulatedTrade Unused(Checkout<PayOrder> checkout)
        => Page(checkout.Order, checkout.Path);

    private static SimulatedTrade Page(PayOrder order, string? path) => new()
    {
        OutTradeNo = order.OutTradeNo,
        State = TradeState.Unused,
        TradeStatus = NoTrade,
        Fen = order.Fen,
        Subject = order.Subject,
        PayPath = path,
    };

    private SimulatedTrade View(Trade trade)
        => Page(trade.Order, checkouts.FindLatest(trade.Order.OutTradeNo)?.Path) with
        {
            TradeNo = trade.TradeNo,
            State = trade.State,
            TradeStatus = trade.WireStatus,
        };
}
