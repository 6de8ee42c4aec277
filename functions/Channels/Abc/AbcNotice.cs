using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's notification that a payment was made, by whoever carries it. The envelope is cut
/// first, then the signature checked, and only then is any field interpreted. TrxType is no help:
/// it names the means of payment.
/// </summary>
internal static class AbcNotice
{
    private const string Success = "0000";

    /// <summary>Reads a notification for an account.</summary>
    /// <param name="account">Whose key and number it has to bear.</param>
    /// <param name="notification">As it came.</param>
    /// <param name="now">When: one about an agreement does not say it.</param>
    public static NotificationReading Read(
        AbcAccount account, RawNotification notification, DateTimeOffset now)
    {
        if (AbcNoticeForm.TryRead(notification, out var xml) is { } envelope)
        {
            return new NotAccepted(envelope);
        }

        return AbcNoticeXml.TryRead(xml.Span, account.BankKey, out var fields) is { } refusal
            ? new NotAccepted(refusal)
            : Interpret(account, fields, now);
    }

    /// <summary>
    /// What a payment that was notified is, once the bank was asked about it too.
    /// </summary>
    /// <param name="notified">The notification: a success.</param>
    /// <param name="paid">What it says.</param>
    /// <param name="asked">What the bank answered.</param>
    public static NotificationReading Confirmed(
        Genuine notified, Succeeded paid, ChannelOutcome asked)
        => asked switch
        {
            Succeeded same => same.Total == paid.Total
                ? notified
                : new NotAccepted(NotificationRefusal.ProofDiffers),

            // Failed, unpaid, or no such order: the bank contradicts what it has signed.
            Declined or Waiting => new NotAccepted(NotificationRefusal.ProofDiffers),
            Unknown unknown => new NotProved(unknown.Reason, notified.Number),
            _ => throw new ArgumentOutOfRangeException(nameof(asked)),
        };

    private static NotificationReading Interpret(
        AbcAccount account, FlatXml fields, DateTimeOffset now)
    {
        if (fields.Find("MerchantID") is not { } merchant)
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        if (!string.Equals(merchant, account.MerchantId, StringComparison.Ordinal))
        {
            return new NotAccepted(NotificationRefusal.SellerDiffers);
        }

        if (fields.Find("TrxType") is "AGENTSIGN" or "AGENTUNSIGN")
        {
            return AbcAgreementNotice.Read(fields, now);
        }

        if (!ChannelOrderNo.TryParse(fields.Find("OrderNo"), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        return fields.Find("ReturnCode") switch
        {
            null => new NotAccepted(NotificationRefusal.FieldInvalid),
            Success => OfPaid(fields, number),

            // Documented for successes only. The payer may try again: a question will tell.
            _ => new Genuine(number, new Unknown("notified without success")),
        };
    }

    private static NotificationReading OfPaid(FlatXml fields, ChannelOrderNo number)
        => YuanText.TryRead(fields.Find("Amount"), out var total)
            && BeijingClock.TryRead(
                $"{fields.Find("HostDate")} {fields.Find("HostTime")}", BeijingClock.Slashed,
                out var paidAt)
                ? new Genuine(number, new Succeeded(total, number.ToString(), paidAt))
                : new NotAccepted(NotificationRefusal.FieldInvalid);
}
