using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Agreements;

/// <summary>
/// What the payer does with a page to sign, and later at the bank, and what the merchant is told
/// of it.
/// </summary>
internal sealed class SigningPayer(SigningBook book, NotificationSender sender, RSA key)
    : ICashierDesk<SignOrder>
{
    /// <inheritdoc/>
    public bool CanDecline => true;

    /// <inheritdoc/>
    public TradeState StateOf(SignOrder order) => Find(order)?.State switch
    {
        null or TradeState.Declined => TradeState.Closed,
        var state => state.Value,
    };

    /// <summary>Where the browser notifies, it carries the message.</summary>
    public WireMessage? Return(SignOrder order)
        => !order.ServerNotifies && Find(order) is { Signed: not null } signing
            ? Post(signing, spoilt: false)
            : null;

    /// <inheritdoc/>
    public string? Enter(SignOrder order) => null;

    /// <inheritdoc/>
    public string? Pay(SignOrder order)
    {
        Sign(order, silent: false);
        return null;  // the page shows by itself what was decided
    }

    /// <inheritdoc/>
    public string? Decline(SignOrder order)
    {
        book.Decline(order);
        return null;
    }

    /// <summary>Signs, and has the merchant notified unless that shall be silent.</summary>
    /// <returns>Whether this was possible.</returns>
    public bool Sign(SignOrder order, bool silent)
        => book.Sign(order) is { } signing && Told(signing, silent || !order.ServerNotifies);

    /// <summary>Ends it, for whoever wishes. The merchant is told.</summary>
    /// <returns>Whether this was possible.</returns>
    public bool End(Signing known)
        => book.End(known.Order) is { } ended && Told(ended, silent: false);

    /// <summary>What there is to tell of it last.</summary>
    public Notification NotificationOf(Signing signing)
        => new(signing.Order.Number, (_, spoilt) => Post(signing, spoilt));

    private bool Told(Signing signing, bool silent)
    {
        if (!silent)
        {
            sender.Start(NotificationOf(signing));
        }

        return true;
    }

    private WireMessage Post(Signing signing, bool spoilt)
        => Notice.Post(
            signing.Order.NotifyUrl,
            [
                ("ReturnCode", ReturnCode.Done.Code), ("ErrorMessage", ReturnCode.Done.Words),
                ("ECMerchantType", "EBUS"), ("MerchantID", signing.Order.MerchantId),
                ("TrxType", signing.Ended is null ? "AGENTSIGN" : "AGENTUNSIGN"),
                ("OrderNo", signing.Order.Number), ("AgentSignNo", signing.SignNo!),
                ("Last4CardNo", Signing.Last4CardNo),
            ],
            key, spoilt);

    private Signing? Find(SignOrder order) => book.Find(order.MerchantId, order.Number);
}
