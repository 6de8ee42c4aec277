using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>This simulator as the control interface drives it.</summary>
internal sealed class SimulatedAbc(
    AbcSimulatorOptions options, CheckoutBook<PayOrder> checkouts, TradeBook book, KCodeBook codes,
    Payer payer)
    : ISimulatedChannel
{
    private const string Over = "The order is paid, refused or over.";

    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades() => [.. book.All().Select(View)];

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => book.Find(outTradeNo) is { } trade ? View(trade) : null;

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => book.Find(outTradeNo) is { } trade && payer.Pay(trade.Order, silent) ? null : Over;

    /// <inheritdoc/>
    public string? Decline(string outTradeNo)
        => book.Find(outTradeNo) is { } trade && book.Fail(trade.Order) is not null ? null : Over;

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is { } trade && book.End(trade.Order) is not null ? null : Over;

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { PaidAt: not null, Order.NotifyUrl: not "" } trade
            ? payer.NotificationOf(trade)
            : null;

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => book.Find(outTradeNo) is { Order.NotifyUrl: not "" } trade
            ? payer.Return(trade.Order)
            : null;

    private SimulatedTrade View(Trade trade) => new()
    {
        OutTradeNo = trade.Order.OutTradeNo,
        State = trade.StateAt(book.Now),
        TradeStatus = trade.WireStatus,
        Fen = trade.Order.Fen,
        Subject = trade.Order.Subject,
        TradeNo = trade.Numbers?.Reference,
        PhoneCode = codes.Find(trade.Order.MerchantId, trade.Order.OutTradeNo)?.Code,
        PayPath = checkouts.FindLatest(trade.Order.OutTradeNo)?.Path,
        Refunds =
        [
            .. trade.HoldEnd is { IsConfirmed: false } end
                ? (SimulatedRefund[])[new(end.Number, end.Fen, RefundState.Success)]
                : [],
            .. trade.Refunds.Select(r => new SimulatedRefund(
                r.Number, r.Fen,
                book.Now < r.TakenAt + options.RefundTakes
                    ? RefundState.Processing
                    : RefundState.Success)),
        ],
    };
}
