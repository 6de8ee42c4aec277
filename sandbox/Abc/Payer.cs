using System.Collections.Concurrent;
using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>What the payer does, from the page or from the control interface.</summary>
internal sealed class Payer(
    TradeBook book, NotificationSender sender, NotificationLog log, RSA key)
    : ICashierDesk<PayOrder>
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, byte> told = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool CanDecline => true;

    /// <inheritdoc/>
    public TradeState StateOf(PayOrder order)
        => Find(order)?.StateAt(book.Now) ?? TradeState.Closed;

    /// <inheritdoc/>
    public WireMessage? Return(PayOrder order)
        => Find(order) is { PaidAt: not null } trade
            ? PageOf(trade) is { } page
                ? WireMessage.Get(page)
                : Notice.Post(trade, key, spoilt: false)
            : null;

    /// <inheritdoc/>
    public string? Enter(PayOrder order) => null;

    /// <inheritdoc/>
    public string? Pay(PayOrder order)
    {
        Pay(order, silent: false);
        return null;  // the page shows by itself what is paid or over
    }

    /// <inheritdoc/>
    public string? Decline(PayOrder order)
    {
        book.Fail(order);
        return null;
    }

    /// <summary>Pays now, and has the merchant notified unless that shall be silent.</summary>
    /// <returns>Whether this was possible.</returns>
    public bool Pay(PayOrder order, bool silent)
    {
        if (book.Pay(order) is not { } trade)
        {
            return false;
        }

        if (order.ServerNotifies && !silent)
        {
            told[order.OutTradeNo] = 0;
            sender.Start(NotificationOf(trade));
        }

        return true;
    }

    /// <summary>What there is to tell.</summary>
    public Notification NotificationOf(Trade trade)
        => new(trade.Order.OutTradeNo, (_, spoilt) => Notice.Post(trade, key, spoilt));

    /// <summary>
    /// The page that the merchant named to the bank's server. None where the browser notifies,
    /// where the server was not answered, or not with a page: then the browser carries the
    /// notification to the merchant. The payer waits meanwhile, as at the bank.
    /// </summary>
    private string? PageOf(Trade trade)
    {
        var number = trade.Order.OutTradeNo;
        if (!trade.Order.ServerNotifies)
        {
            return null;
        }

        SpinWait.SpinUntil(
            () => !told.ContainsKey(number) || log.Of(number).Count > 0, AnswerLimit);
        return log.Of(number)
            .Where(static a => a.Outcome is NotificationAttempt.Accepted)
            .Select(static a => Notice.PageOf(a.Answer))
            .LastOrDefault();
    }

    private Trade? Find(PayOrder order) => book.Find(order.MerchantId, order.OutTradeNo);
}
