using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Agreements;

/// <summary>
/// This simulator as the control interface drives it: its agreements beside its trades. To close a
/// signed one is what a payer does who ends it at the bank.
/// </summary>
internal sealed class SimulatedSignings(
    ISimulatedChannel trades, CheckoutBook<SignOrder> checkouts, SigningBook book,
    SigningPayer payer) : ISimulatedChannel
{
    private const string Over = "It was decided before, or is not in force.";

    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades()
        => [.. trades.Trades(), .. checkouts.Latest.Select(View)];

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => checkouts.FindLatest(outTradeNo) is { } page ? View(page) : trades.Find(outTradeNo);

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => checkouts.FindLatest(outTradeNo) is { } page
            ? payer.Sign(page.Order, silent) ? null : Over
            : trades.Pay(outTradeNo, silent);

    /// <inheritdoc/>
    public string? Decline(string outTradeNo)
        => checkouts.FindLatest(outTradeNo) is { } page
            ? book.Decline(page.Order) is null ? Over : null
            : trades.Decline(outTradeNo);

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is { } signing
            ? payer.End(signing) ? null : Over
            : trades.Close(outTradeNo);

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is not { } signing ? trades.NotificationOf(outTradeNo)
            : signing.Signed is null ? null
            : payer.NotificationOf(signing);

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => checkouts.FindLatest(outTradeNo) is { } page
            ? payer.Return(page.Order)
            : trades.Return(outTradeNo);

    private SimulatedTrade View(Checkout<SignOrder> page)
    {
        var signing = book.Find(page.Order.Number);
        return new()
        {
            OutTradeNo = page.Order.Number,
            State = signing?.State ?? TradeState.Unused,
            TradeStatus = signing?.State.ToString() ?? string.Empty,
            Fen = 0,
            Subject = page.Order.Subject,
            TradeNo = signing?.SignNo,
            PayPath = page.Path,
        };
    }
}
