using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>This simulator as the control interface drives it.</summary>
internal sealed class SimulatedWeChatPay(
    CheckoutBook<PayOrder> checkouts, TradeBook book, Payer payer, NoticeDesk notices)
    : ISimulatedChannel
{
    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades() => [.. book.All().Select(View)];

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? View(trade) : null;

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => book.Find(outTradeNo)?.Order is not { } order ? null
            : order.IsNeverConfirmed ? Payer.NeverConfirms
            : payer.Pay(order, silent).Error?.Message;

    /// <inheritdoc/>
    public string? Decline(string outTradeNo)
        => book.Find(outTradeNo)?.Order is { } order ? payer.Decline(order) : null;

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is { } trade
            ? book.Change(trade, static (t, _) => TradeRules.Close(t)).Error?.Message
            : null;

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? notices.OfPayment(trade) : null;

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.Return(trade.Order) : null;

    private SimulatedTrade View(Trade trade) => new()
    {
        OutTradeNo = trade.Order.OutTradeNo,
        State = trade.State,
        TradeStatus = trade.WireState.Code,
        Fen = trade.Order.Fen,
        Subject = trade.Order.Subject,
        TradeNo = trade.TransactionId.Length > 0 ? trade.TransactionId : null,
        PayPath = checkouts.FindLatest(trade.Order.OutTradeNo)?.Path,
        Refunds =
        [
            .. trade.Refunds.Select(
                static r => new SimulatedRefund(r.OutRefundNo, r.Fen, r.Word)),
        ],
    };
}
