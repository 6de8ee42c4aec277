using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>What the payer does, from the page or from the control interface.</summary>
internal sealed class Payer(TradeBook book, NotificationSender sender) : ICashierDesk<PayOrder>
{
    /// <inheritdoc/>
    public TradeState StateOf(PayOrder order) => book.Find(order)?.State ?? TradeState.Unused;

    /// <inheritdoc/>
    public WireMessage? Return(PayOrder order)
        => book.Find(order) is { Paid: not null } trade ? Notice.Return(trade) : null;

    /// <inheritdoc/>
    public string? Enter(PayOrder order) => Shown(order, book.Open(order));

    /// <inheritdoc/>
    public string? Pay(PayOrder order) => Shown(order, Pay(order, silent: false));

    /// <summary>Pays now, and has the merchant notified unless that shall be silent.</summary>
    public string? Pay(PayOrder order, bool silent)
    {
        var refusal = book.Pay(order);
        if (refusal is null && !silent)
        {
            sender.Start(NotificationOf(book.Find(order)!));
        }

        return refusal;
    }

    /// <summary>What there is to tell; null where it is not paid.</summary>
    public static Notification? NotificationOf(Trade trade)
        => trade.Paid is null
            ? null
            : new(trade.Order.OutTradeNo, (_, spoilt) => Notice.OfTrade(trade, spoilt));

    /// <summary>The page shows by itself what is paid or over already.</summary>
    private string? Shown(PayOrder order, string? refusal)
        => StateOf(order) is TradeState.Paid or TradeState.Closed or TradeState.Refunded
            ? null
            : refusal;
}
