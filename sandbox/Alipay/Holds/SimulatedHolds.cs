using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>This simulator as the control interface drives it: its holds beside its trades.
/// </summary>
internal sealed class SimulatedHolds(
    ISimulatedChannel trades, CheckoutBook<HoldOrder> vouchers, HoldBook book, HoldPayer payer)
    : ISimulatedChannel
{
    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades()
        => [.. trades.Trades(), .. vouchers.Latest.Select(View)];

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => vouchers.FindLatest(outTradeNo) is { } voucher
            ? View(voucher)
            : trades.Find(outTradeNo);

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => vouchers.FindLatest(outTradeNo) is { } voucher
            ? payer.Authorise(voucher.Order, silent)
            : trades.Pay(outTradeNo, silent);

    /// <inheritdoc/>
    public string? Decline(string outTradeNo) => trades.Decline(outTradeNo);

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is { } hold
            ? book.Close(hold).Error?.ToString()
            : trades.Close(outTradeNo);

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { } hold
            ? payer.NotificationOf(hold)
            : trades.NotificationOf(outTradeNo);

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo) => trades.Return(outTradeNo);

    private SimulatedTrade View(Checkout<HoldOrder> voucher)
    {
        var hold = book.Find(voucher.Order);
        return new()
        {
            OutTradeNo = voucher.Order.OutOrderNo,
            State = hold?.State ?? TradeState.Unused,
            TradeStatus = hold?.OrderStatus ?? SimulatedAlipay.NoTrade,
            Fen = voucher.Order.Fen,
            Subject = voucher.Order.Title,
            TradeNo = hold?.HoldNo,
            PayPath = voucher.Path,
            Refunds =
            [
                .. (hold?.Operations ?? [])
                    .Where(static o => o.Act is HoldAct.Unfreeze)
                    .Select(static o => new SimulatedRefund(
                        o.OutRequestNo, o.Fen, RefundState.Success)),
            ],
        };
    }
}
