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
    {
        var order = checkouts.FindLatest(outTradeNo)?.Order ?? book.Find(outTradeNo)?.Order;
        return order is null ? null
            : order.IsNeverConfirmed ? Payer.NeverConfirms
            : payer.Pay(order, silent).Error?.ToString();
    }

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is { } trade
            ? book.Change(trade, TradeRules.Close).Error?.ToString()
            : "Nobody has used the pay page: there is no trade to close.";

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.NotificationOf(trade) : null;

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.Return(trade.Order) : null;

    private static SimulatedTrade Unused(Checkout<PayOrder> checkout) => new()
    {
        OutTradeNo = checkout.Order.OutTradeNo,
        State = TradeState.Unused,
        TradeStatus = NoTrade,
        Fen = checkout.Order.Fen,
        Subject = checkout.Order.Subject,
        PayPath = PathOf(checkout),
    };

    /// <summary>A QR code is scanned first.</summary>
    private static string PathOf(Checkout<PayOrder> checkout)
        => checkout.Order.CodeExpires is null ? checkout.Path : ScanPage.PathOf(checkout);

    private SimulatedTrade View(Trade trade) => new()
    {
        OutTradeNo = trade.Order.OutTradeNo,
        State = trade.State,
        TradeStatus = trade.WireStatus,
        Fen = trade.Order.Fen,
        Subject = trade.Order.Subject,
        TradeNo = trade.TradeNo,
        PayPath = checkouts.FindLatest(trade.Order.OutTradeNo)?.Path,
        Refunds =
        [
            .. trade.Refunds.Select(static r =>
                new SimulatedRefund(r.OutRequestNo, r.Fen, RefundState.Success)),
        ],
    };
}
