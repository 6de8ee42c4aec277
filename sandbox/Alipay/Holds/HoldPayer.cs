using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>
/// What the payer does with a code to authorise, and what the merchant is told of holds.
/// </summary>
internal sealed class HoldPayer(
    HoldBook book, NotificationSender sender, TimeProvider time, RSA key)
    : ICashierDesk<HoldOrder>
{
    /// <inheritdoc/>
    public TradeState StateOf(HoldOrder order) => book.Find(order)?.State ?? TradeState.Unused;

    /// <inheritdoc/>
    public WireMessage? Return(HoldOrder order) => null;

    /// <inheritdoc/>
    public string? Enter(HoldOrder order) => book.Open(order).Error?.ToString();

    /// <inheritdoc/>
    public string? Pay(HoldOrder order) => Authorise(order, silent: false);

    /// <summary>Authorises, and has the merchant notified unless that shall be silent.</summary>
    public string? Authorise(HoldOrder order, bool silent)
    {
        var move = book.Authorise(order);
        if (move is { Moved: true, Hold: { } hold } && !silent)
        {
            Tell(hold, hold.Operations[0], order.NotifyUrl);
        }

        return move.Error is { } error && !ReferenceEquals(error, HoldError.Finished)
            ? error.ToString()
            : null;
    }

    /// <summary>Tells of an operation at the address that its call named.</summary>
    public void Tell(Hold hold, HoldOperation operation, string url)
        => sender.Start(NotificationOf(hold, operation, url));

    /// <summary>Tells that an authorisation was undone.</summary>
    public void TellCancelled(Hold hold)
    {
        var id = book.NotifyId(time.GetUtcNow());
        sender.Start(hold.Order.NotifyUrl.Length == 0
            ? null
            : new(
                hold.Order.OutOrderNo,
                (now, spoilt) => HoldNotice.OfCancel(hold, id, now, key, spoilt)));
    }

    /// <summary>What there is to tell of the freeze; null before it.</summary>
    public Notification? NotificationOf(Hold hold)
        => hold.IsFrozen
            ? NotificationOf(hold, hold.Operations[0], hold.Order.NotifyUrl)
            : null;

    private Notification? NotificationOf(Hold hold, HoldOperation operation, string url)
    {
        var id = book.NotifyId(time.GetUtcNow());
        return url.Length == 0
            ? null
            : new(
                hold.Order.OutOrderNo,
                (now, spoilt) => HoldNotice.Of(hold, operation, url, id, now, key, spoilt));
    }
}
