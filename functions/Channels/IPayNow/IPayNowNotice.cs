using System.Text;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// ipaynow's notification N001: a form as the raw body, whatever its content type says. The
/// envelope is checked first (size, form, profile, algorithm, charset), then the signature, and
/// only then is any field interpreted. Only successes are notified.
/// </summary>
internal static class IPayNowNotice
{
    /// <summary>The largest body; genuine ones have one or two KiB.</summary>
    public const int BytesMax = 64 * 1024;

    private const string RefundType = "04";

    /// <summary>Reads a notification for an account.</summary>
    /// <param name="account">Whose key verifies it.</param>
    /// <param name="notification">The notification as it came.</param>
    /// <param name="now">When it was paid, where the notification does not say.</param>
    public static NotificationReading Read(
        IPayNowAccount account, RawNotification notification, DateTimeOffset now)
    {
        if (notification.Body.Length > BytesMax)
        {
            return new NotAccepted(NotificationRefusal.BodyTooLarge);
        }

        if (FormPairs.TryRead(
            notification.Body.Span, TextCharset.Utf8.Encoding, out var pairs) is { } fault)
        {
            return new NotAccepted(fault == FormFault.Duplicated
                ? NotificationRefusal.FieldDuplicated
                : NotificationRefusal.Malformed);
        }

        return SignatureFault(account, pairs) is { } refusal
            ? new NotAccepted(refusal)
            : Interpret(account, pairs, now);
    }

    // Which fields are signed is said by the profile; the account's own must be meant, and the
    // algorithm is ours to choose: in profile A neither is part of what is signed.
    private static NotificationRefusal? SignatureFault(IPayNowAccount account, FormPairs pairs)
        => pairs.Has("version"u8) != (account.Profile == IPayNowProfile.B)
                || !IsText(pairs, "signType"u8, IPayNowSignature.SignType)
                ? NotificationRefusal.SignTypeUnexpected
            : !TextCharset.Utf8.Is(pairs.Text("mhtCharset"u8))
                ? NotificationRefusal.CharsetUnexpected
            : pairs.Find("signature"u8).IsEmpty ? NotificationRefusal.SignatureMissing
            : !IPayNowSignature.Verifies(
                account, pairs, IPayNowSignedFields.OfSaid(account.Profile))
                ? NotificationRefusal.SignatureWrong
            : null;

    private static NotificationReading Interpret(
        IPayNowAccount account, FormPairs pairs, DateTimeOffset now)
    {
        if (pairs.Text("appId"u8) is not { } appId)
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        if (!string.Equals(appId, account.AppId, StringComparison.Ordinal))
        {
            return new NotAccepted(NotificationRefusal.AppIdDiffers);
        }

        var status = Status(account, pairs);
        var type = pairs.Text("mhtOrderType"u8);
        return pairs.Text("funcode"u8) switch
        {
            // A payer's browser carries it, so it proves nothing to us.
            IPayNowFuncode.FrontNotice => new Uninteresting("for display only"),
            IPayNowFuncode.Notice when status is not null && type is not null
                => type is RefundType || status.StartsWith('R')
                    ? Refunded(account, pairs, status)
                    : Paid(account, pairs, status, now),
            _ => new NotAccepted(NotificationRefusal.FieldInvalid),
        };
    }

    private static string? Status(IPayNowAccount account, FormPairs pairs)
        => account.Profile == IPayNowProfile.B
            ? pairs.Text("transStatus"u8)
            : pairs.Text("tradeStatus"u8);

    private static NotificationReading Paid(
        IPayNowAccount account, FormPairs pairs, string status, DateTimeOffset now)
    {
        if (!ChannelOrderNo.TryParse(pairs.Text("mhtOrderNo"u8), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        if (!IsText(pairs, "mhtCurrencyType"u8, IPayNowAmount.Currency)
            || !IPayNowAmount.TryRead(pairs.Find("mhtOrderAmt"u8), out var total)
            || IPayNowStatus.NameOf(account, pairs.Find("nowPayOrderNo"u8), number)
                is not { } name
            || IPayNowStatus.TimeOf(pairs.Text("payTime"u8), now) is not { } paidAt)
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        return status switch
        {
            IPayNowCode.Success => new Genuine(number, new Succeeded(total, name, paidAt)),

            // Never sent, by the documents; should it be, a query tells for sure.
            IPayNowCode.Failure or IPayNowCode.Unknown or IPayNowCode.Accepted
                or IPayNowCode.Refused or IPayNowCode.Closed or IPayNowCode.Unprocessed
                => new Uninteresting($"not a success: {status}"),
            _ => new NotAccepted(NotificationRefusal.StatusUnknown),
        };
    }

    /// <summary>
    /// Profile A tells so of a refund. Profile B's layout is not documented and its refunds are
    /// asked about: what comes is taken and left alone.
    /// </summary>
    private static NotificationReading Refunded(
        IPayNowAccount account, FormPairs pairs, string status)
    {
        if (account.Profile == IPayNowProfile.B)
        {
            return new Uninteresting("about a refund: a query tells");
        }

        // Where the refund's number stands is not documented: under the name it was given by, or
        // where a payment's stands.
        if (!ChannelRefundNo.TryParse(pairs.Text("refundOrderNo"u8), out var number)
            && !ChannelRefundNo.TryParse(pairs.Text("mhtOrderNo"u8), out number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        return status is IPayNowCode.Success
            ? new NotAccepted(NotificationRefusal.StatusUnknown)
            : IPayNowRefundStatus.OfStatus(
                status, IPayNowNumber.Read(pairs.Find("nowPayOrderNo"u8)), "") switch
            {
                RefundUnknown => new NotAccepted(NotificationRefusal.StatusUnknown),
                var outcome => new GenuineRefund(number, outcome),
            };
    }

    private static bool IsText(FormPairs pairs, ReadOnlySpan<byte> name, string text)
        => pairs.Find(name).SequenceEqual(Encoding.ASCII.GetBytes(text));
}
