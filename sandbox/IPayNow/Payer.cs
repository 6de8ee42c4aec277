using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>What the payer does, from the page, by a code, or from the control interface.</summary>
internal sealed class Payer(
    IPayNowSimulatorOptions options, TradeBook book, NotificationSender sender,
    Background background) : ICashierDesk<PayOrder>
{
    /// <inheritdoc/>
    public bool CanDecline => true;

    /// <inheritdoc/>
    public TradeState StateOf(PayOrder order)
        => Find(order)?.State switch
        {
            // The page of an order that failed is as over as that of a closed one.
            TradeState.Declined => TradeState.Closed,
            { } state => state,
            null => TradeState.Unused,
        };

    /// <inheritdoc/>
    public WireMessage? Return(PayOrder order)
        => Find(order) is { Paid: not null } trade
            ? Notice.Front(trade, options.ReturnsByPost)
            : null;

    /// <inheritdoc/>
    public string? Enter(PayOrder order) => null;

    /// <inheritdoc/>
    public string? Pay(PayOrder order)
    {
        Pay(order, silent: false);
        return null;
    }

    /// <inheritdoc/>
    public string? Decline(PayOrder order)
    {
        book.Decline(order);
        return null;
    }

    /// <summary>Pays now, and has the merchant notified unless that shall be silent.</summary>
    public TradeMove Pay(PayOrder order, bool silent)
    {
        var move = book.Pay(order);
        if (move is { Error: null, Trade: { } trade } && !silent)
        {
            sender.Start(NotificationOf(trade));
        }

        return move;
    }

    /// <summary>Shows a code: does at once, or later, what the habit says.</summary>
    public void Show(PayOrder order, string habit)
    {
        switch (habit)
        {
            case PayerHabit.Pays:
                Pay(order, silent: false);
                break;
            case PayerHabit.Declines:
                book.Decline(order);
                break;
            case PayerHabit.Password:
                Later(options.PasswordTime, () => Pay(order, silent: false));
                break;
            default:
                break;
        }
    }

    /// <summary>Tells profile A of a refund, once it is done.</summary>
    public void Tell(Trade trade, Refund refund)
    {
        if (refund.NotifyUrl.Length > 0)
        {
            Later(options.RefundTime, () => sender.Start(new Notification(
                trade.Order.OutTradeNo,
                (_, spoilt) => Notice.OfRefund(trade, refund, options.NotificationType, spoilt))));
        }
    }

    /// <summary>What there is to tell; null where the order names no address.</summary>
    public Notification? NotificationOf(Trade trade)
        => trade.Paid is null || trade.Order.NotifyUrl.Length == 0
            ? null
            : new(
                trade.Order.OutTradeNo,
                (_, spoilt) => Notice.OfPayment(trade, options.NotificationType, spoilt));

    private void Later(TimeSpan delay, Action act)
        => background.TryStart(async cancel =>
        {
            await Task.Delay(delay, options.Time, cancel);
            act();
        });

    private Trade? Find(PayOrder order) => book.Find(order.Application.AppId, order.OutTradeNo);
}
