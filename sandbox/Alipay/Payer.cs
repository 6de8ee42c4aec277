using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// What the payer does, from the page or from the control interface, and what the merchant is told
/// of it.
/// </summary>
internal sealed class Payer(
    TradeBook book, NotificationSender sender, AlipaySimulatorOptions options, RSA key)
    : ICashierDesk<PayOrder>
{
    /// <summary>The refusal of a payer who never confirms.</summary>
    public const string NeverConfirms = "This payer was asked to confirm and never does.";

    /// <inheritdoc/>
    public TradeState StateOf(PayOrder order) => book.Find(order)?.State ?? TradeState.Unused;

    /// <inheritdoc/>
    public WireMessage? Return(PayOrder order)
        => book.Find(order) is { Paid: not null } trade
            && Notice.Return(trade, options.Time.GetUtcNow(), key) is { } address
                ? WireMessage.Get(address)
                : null;

    /// <inheritdoc/>
    public string? Enter(PayOrder order) => Refusal(Open(order));

    /// <inheritdoc/>
    public string? Pay(PayOrder order)
        => order.IsNeverConfirmed ? NeverConfirms : Refusal(Pay(order, silent: false));

    /// <summary>Comes and does not pay yet; of that merchants are told where configured.</summary>
    public TradeMove Open(PayOrder order)
    {
        var move = book.Open(order);
        if (move is { Moved: true, Trade: { } trade } && options.NotifiesOfCreation)
        {
            Tell(trade);
        }

        return move;
    }

    /// <summary>Pays now, and has the merchant notified unless that shall be silent.</summary>
    public TradeMove Pay(PayOrder order, bool silent)
    {
        var move = book.Pay(order);
        if (move is { Moved: true, Trade: { } trade } && !silent)
        {
            Tell(trade);
        }

        return move;
    }

    /// <summary>Tells the merchant what became of a trade last.</summary>
    public void Tell(Trade trade) => sender.Start(NotificationOf(trade));

    /// <summary>
    /// Tells of an end: always that money went back, else where it is configured.
    /// </summary>
    public void TellEnded(Trade trade)
    {
        if (trade.Paid is not null || options.NotifiesOfClosing)
        {
            Tell(trade);
        }
    }

    /// <summary>What there is to tell; null where the order names no address.</summary>
    public Notification? NotificationOf(Trade trade)
        => trade.Order.NotifyUrl.Length == 0
            ? null
            : new(
                trade.Order.OutTradeNo, (now, spoilt) => Notice.Post(trade, now, key, spoilt));

    /// <summary>The page shows by itself what is paid or closed already.</summary>
    private static string? Refusal(TradeMove move)
        => move.Error is { SubCode: not ("ACQ.TRADE_HAS_SUCCESS" or "ACQ.TRADE_HAS_CLOSE") } error
            ? error.ToString()
            : null;
}
