using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>
/// What the payer does with a page to sign, and later in his wallet, and what the merchant is told
/// of it.
/// </summary>
internal sealed class AgreementPayer(AgreementBook book, NotificationSender sender, RSA key)
    : ICashierDesk<AgreementOrder>
{
    private const string Decided = "It was decided before.";

    /// <inheritdoc/>
    public bool CanDecline => true;

    /// <inheritdoc/>
    public TradeState StateOf(AgreementOrder order)
        => Find(order)?.State switch
        {
            null => TradeState.Unused,
            TradeState.Declined => TradeState.Closed,
            var state => state.Value,
        };

    /// <inheritdoc/>
    public WireMessage? Return(AgreementOrder order)
        => Find(order) is { Signed: not null } agreement
            && AgreementNotice.Return(agreement, book.Now, key) is { } address
                ? WireMessage.Get(address)
                : null;

    /// <inheritdoc/>
    public string? Enter(AgreementOrder order) => null;

    /// <inheritdoc/>
    public string? Pay(AgreementOrder order)
    {
        Agree(order, silent: false);
        return null;  // the page shows by itself what was decided
    }

    /// <inheritdoc/>
    public string? Decline(AgreementOrder order)
    {
        book.Decide(order, agrees: false);
        return null;
    }

    /// <summary>Agrees, and has the merchant notified unless that shall be silent.</summary>
    public string? Agree(AgreementOrder order, bool silent)
    {
        if (book.Decide(order, agrees: true) is not { } agreement)
        {
            return Find(order) is { Signed: not null } ? null : Decided;
        }

        if (!silent)
        {
            sender.Start(NotificationOf(agreement));
        }

        return null;
    }

    /// <summary>Ends it, for whoever wishes; the merchant is told at that address.</summary>
    public bool End(Agreement known, string url)
    {
        if (book.End(known) is not { } ended)
        {
            return false;
        }

        sender.Start(NotificationOf(ended, url));
        return true;
    }

    /// <summary>What there is to tell of it last; null before it is signed.</summary>
    public Notification? NotificationOf(Agreement agreement)
        => NotificationOf(agreement, agreement.Order.NotifyUrl);

    private Notification? NotificationOf(Agreement agreement, string url)
    {
        var id = book.NotifyId(book.Now);
        return url.Length == 0 || agreement.Signed is null
            ? null
            : new(
                agreement.Order.ExternalNo,
                (now, spoilt) => AgreementNotice.Of(
                    agreement, agreement.Ended is not null, url, id, now, key, spoilt));
    }

    private Agreement? Find(AgreementOrder order)
        => book.Find(order.Merchant.SellerId, string.Empty, order.ExternalNo);
}
