using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>What the payer does, from the page or from the control interface.</summary>
internal sealed class Payer(
    TradeBook book, NotificationSender sender, TimeProvider time, RSA key)
    : ICashierDesk<PayOrder>
{
    /// <inheritdoc/>
    public TradeState StateOf(PayOrder order) => Find(order)?.State ?? TradeState.Unused;

    /// <inheritdoc/>
    public WireMessage? Return(PayOrder order)
        => Find(order) is { Paid: not null } trade
            && Notice.Return(trade, time.GetUtcNow(), key) is { } address
                ? WireMessage.Get(address)
                : null;

    /// <inheritdoc/>
    public string? Enter(PayOrder order) => Refusal(book.Open(order));

    /// <inheritdoc/>
    public string? Pay(PayOrder order) => Refusal(Pay(order, silent: false));

    /// <summary>Pays now, and has the merchant notified unless that shall be silent.</summary>
    public TradeMove Pay(PayOrder order, bool silent)
    {
        var move = book.Pay(order);
        if (move is { Moved: true, Trade: { } trade } && !silent)
        {
            sender.Start(NotificationOf(trade));
        }

        return move;
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

    private Trade? Find(PayOrder order)
        => book.Find(order.Application.SellerId, string.Empty, order.OutTradeNo);
}
