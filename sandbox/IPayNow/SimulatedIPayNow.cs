using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>This simulator as the control interface drives it.</summary>
internal sealed class SimulatedIPayNow(
    IPayNowSimulatorOptions options, CheckoutBook<PayOrder> checkouts, TradeBook book,
    Payer payer) : ISimulatedChannel
{
    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades() => [.. book.All().Select(View)];

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? View(trade) : null;

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => book.Find(outTradeNo) is { } trade
            ? payer.Pay(trade.Order, silent).Error?.Message
            : null;

    /// <inheritdoc/>
    public string? Decline(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? book.Decline(trade.Order).Error?.Message : null;

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? book.Close(trade.Order).Error?.Message : null;

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.NotificationOf(trade) : null;

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? payer.Return(trade.Order) : null;

    private SimulatedTrade View(Trade trade)
    {
        var now = options.Time.GetUtcNow();
        return new()
        {
            OutTradeNo = trade.Order.OutTradeNo,
            State = trade.State,
            TradeStatus = trade.WireStatus,
            Fen = trade.Order.Fen,
            Subject = trade.Order.Subject,
            TradeNo = trade.Number,
            PayPath = checkouts.FindLatest(trade.Order.OutTradeNo)?.Path,
            Refunds =
            [
                .. trade.Refunds.Where(static r => r.Fen > 0).Select(
                    r => new SimulatedRefund(r.MerchantNo, r.Fen, r.StateAt(now))),
            ],
        };
    }
}
