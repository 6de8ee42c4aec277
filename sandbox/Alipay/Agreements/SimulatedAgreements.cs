using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>
/// This simulator as the control interface drives it: its agreements beside the rest. To close a
/// signed one is what a payer does who ends it in his wallet.
/// </summary>
internal sealed class SimulatedAgreements(
    ISimulatedChannel rest, CheckoutBook<AgreementOrder> checkouts, AgreementBook book,
    AgreementPayer payer) : ISimulatedChannel
{
    private const string Over = "It is not in force.";

    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades()
        => [.. rest.Trades(), .. checkouts.Latest.Select(View)];

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
        => checkouts.FindLatest(outTradeNo) is { } page ? View(page) : rest.Find(outTradeNo);

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
        => checkouts.FindLatest(outTradeNo) is { } page
            ? payer.Agree(page.Order, silent)
            : rest.Pay(outTradeNo, silent);

    /// <inheritdoc/>
    public string? Decline(string outTradeNo)
        => checkouts.FindLatest(outTradeNo) is { } page
            ? payer.Decline(page.Order)
            : rest.Decline(outTradeNo);

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
        => book.Find(outTradeNo) is not { } agreement ? rest.Close(outTradeNo)
            : payer.End(agreement, agreement.Order.NotifyUrl) ? null
            : Over;

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => book.Find(outTradeNo) is { } agreement
            ? payer.NotificationOf(agreement)
            : rest.NotificationOf(outTradeNo);

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
        => checkouts.FindLatest(outTradeNo) is { } page
            ? payer.Return(page.Order)
            : rest.Return(outTradeNo);

    private SimulatedTrade View(Checkout<AgreementOrder> page)
    {
        var agreement = book.Find(page.Order.ExternalNo);
        return new()
        {
            OutTradeNo = page.Order.ExternalNo,
            State = agreement?.State ?? TradeState.Unused,
            TradeStatus = agreement switch
            {
                null => SimulatedAlipay.NoTrade,
                { Signed: null } => "DECLINED",
                { Ended: null } => "NORMAL",
                _ => "UNSIGN",
            },
            Fen = agreement?.Debits.Sum() ?? 0,
            Subject = page.Order.Subject,
            TradeNo = agreement?.AgreementNo,
            PayPath = page.Path,
        };
    }
}
