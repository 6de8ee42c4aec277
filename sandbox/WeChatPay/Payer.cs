using System.Collections.Concurrent;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// What the payer does, from the page, a wallet or the control interface, and what the merchant is
/// told of it.
/// </summary>
internal sealed class Payer(
    TradeBook book, NotificationSender sender, NoticeDesk notices,
    WeChatPaySimulatorOptions options) : ICashierDesk<PayOrder>
{
    /// <summary>The refusal of a payer who never confirms.</summary>
    public const string NeverConfirms = "This payer was asked for a password and never types it.";

    private readonly ConcurrentDictionary<(Party, string), string> returns = new();

    /// <inheritdoc/>
    public bool CanDecline => true;

    /// <inheritdoc/>
    public TradeState StateOf(PayOrder order) => book.Find(order)?.State ?? TradeState.Unused;

    /// <summary>Where this payer comes back to, by what was appended to the address.</summary>
    public void ComesBackTo(PayOrder order, string address)
        => returns[(order.Party, order.OutTradeNo)] = address;

    /// <inheritdoc/>
    public WireMessage? Return(PayOrder order)
        => book.Find(order)?.Paid is not null
            && returns.TryGetValue((order.Party, order.OutTradeNo), out var address)
            && WireMessage.IsWeb(address)
                ? WireMessage.Get(address)
                : null;

    /// <inheritdoc/>
    public string? Enter(PayOrder order) => null;

    /// <inheritdoc/>
    public string? Pay(PayOrder order)
        => order.IsNeverConfirmed ? NeverConfirms
            : Pay(order, silent: false).Error is { Code: not ("ORDER_PAID" or "ORDER_CLOSED") } no
                ? no.Code
            : null;

    /// <summary>
    /// Where a code is charged the payment fails; elsewhere the payer may try another card.
    /// </summary>
    public string? Decline(PayOrder order)
        => order.Product is Product.Code && book.Find(order) is { } trade
            ? book.Change(trade, static (t, _) => TradeRules.Decline(t)).Error?.Message
            : null;

    /// <summary>
    /// Pays now, and has the merchant notified unless that shall be silent. Of charges nobody is.
    /// </summary>
    public TradeMove Pay(PayOrder order, bool silent)
    {
        if (book.Find(order) is not { } known)
        {
            return TradeMove.Refused(ApiError.NoOrder);
        }

        var move = book.Change(
            known, (trade, now) => TradeRules.Pay(trade, now, options, book.Numbers));
        if (move is { Moved: true, Trade: { } paid } && !silent)
        {
            sender.Start(notices.OfPayment(paid));
        }

        return move;
    }
}
