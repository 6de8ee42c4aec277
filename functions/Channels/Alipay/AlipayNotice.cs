using System.Net.Http.Headers;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Alipay's notification about a trade. The envelope is checked first (size, type, encoding,
/// charset, algorithm), then the signature, and only then is any field interpreted.
/// </summary>
internal static class AlipayNotice
{
    /// <summary>The largest body; genuine ones have two or three KiB.</summary>
    public const int BytesMax = 64 * 1024;

    private const string MediaType = "application/x-www-form-urlencoded";
    private const string TradeNotice = "trade_status_sync";

    /// <summary>Reads a notification for an account.</summary>
    public static NotificationReading Read(AlipayAccount account, RawNotification notification)
    {
        if (EnvelopeFault(account.Charset, notification) is { } fault)
        {
            return new NotAccepted(fault);
        }

        var refusal = FormPairs.TryRead(
            notification.Body.Span, account.Charset.Encoding, out var form) switch
        {
            null => SignatureFault(account, form),
            FormFault.Duplicated => NotificationRefusal.FieldDuplicated,
            _ => NotificationRefusal.Malformed,
        };
        return refusal is { } why ? new NotAccepted(why) : Interpret(account, form);
    }

    private static NotificationRefusal? EnvelopeFault(
        AlipayCharset charset, RawNotification notification)
    {
        if (notification.Body.Length > BytesMax)
        {
            return NotificationRefusal.BodyTooLarge;
        }

        // A payer's return is a GET of the same rule: it proves nothing.
        if (notification.Method is not "POST"
            || !MediaTypeHeaderValue.TryParse(notification.ContentType, out var type)
            || !string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return NotificationRefusal.ContentTypeUnexpected;
        }

        return type.CharSet is null || charset.Is(type.CharSet.Trim('"'))
            ? null
            : NotificationRefusal.CharsetUnexpected;
    }

    // The algorithm is ours to choose: sign_type is not even part of what is signed.
    private static NotificationRefusal? SignatureFault(AlipayAccount account, FormPairs form)
    {
        var sign = form.Find("sign"u8);
        return !account.Charset.Is(form.Text("charset"u8)) ? NotificationRefusal.CharsetUnexpected
            : !form.Find("sign_type"u8).SequenceEqual("RSA2"u8)
                ? NotificationRefusal.SignTypeUnexpected
            : sign.IsEmpty ? NotificationRefusal.SignatureMissing
            : !account.Verifies(AlipaySignature.ToSign(form), sign)
                ? NotificationRefusal.SignatureWrong
            : null;
    }

    private static NotificationReading Interpret(AlipayAccount account, FormPairs form)
    {
        if (ApplicationFault(account, form) is { } application)
        {
            return new NotAccepted(application);
        }

        var type = form.Text("notify_type"u8);
        if (AlipayHoldNotice.Is(type))
        {
            return AlipayHoldNotice.Read(type!, account, form);
        }

        if (AlipayAgreementNotice.Is(type))
        {
            return AlipayAgreementNotice.Read(type!, account, form);
        }

        if (type is not TradeNotice)
        {
            return type is null
                ? new NotAccepted(NotificationRefusal.FieldInvalid)
                : new Uninteresting("not about a trade");
        }

        if (Differs(form, "seller_id"u8, account.SellerId, NotificationRefusal.SellerDiffers)
            is { } seller)
        {
            return new NotAccepted(seller);
        }

        if (!ChannelOrderNo.TryParse(form.Text("out_trade_no"u8), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        return YuanText.TryRead(form.Text("total_amount"u8), out var total)
            && AlipayTradeNo.TryRead(form.Text("trade_no"u8), out var tradeNo)
                ? OfStatus(form, number, total, tradeNo)
                : new NotAccepted(NotificationRefusal.FieldInvalid);
    }

    // Who acts for another merchant is told under whose application; others may be told nothing.
    private static NotificationRefusal? ApplicationFault(AlipayAccount account, FormPairs form)
        => Differs(form, "app_id"u8, account.AppId, NotificationRefusal.AppIdDiffers)
            ?? (account.AppAuthToken is null && form.Find("auth_app_id"u8).IsEmpty
                ? null
                : Differs(
                    form, "auth_app_id"u8, account.AuthAppId, NotificationRefusal.AppIdDiffers));

    private static NotificationReading OfStatus(
        FormPairs form, ChannelOrderNo number, Money total, string tradeNo)
    {
        var status = form.Text("trade_status"u8);
        var refunded = form.Text("refund_fee"u8);
        var refund = Money.OfFen(0);
        if (refunded is not null && !YuanText.TryRead(refunded, out refund))
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        var isRefund = refund.Fen > 0 || !form.Find("gmt_refund"u8).IsEmpty;
        return status switch
        {
            AlipayStatus.Success or AlipayStatus.Finished or AlipayStatus.Closed when isRefund
                => AlipayRefundNotice.Read(form, number, total, refund, status),
            AlipayStatus.Success or AlipayStatus.Finished
                => BeijingClock.TryRead(
                    form.Text("gmt_payment"u8), BeijingClock.Spaced, out var paidAt)
                    ? new Genuine(number, new Succeeded(total, tradeNo, paidAt))
                    : new NotAccepted(NotificationRefusal.FieldInvalid),
            AlipayStatus.Closed => new Genuine(number, new Declined(AlipayStatus.Closed)),
            AlipayStatus.WaitBuyerPay => new Uninteresting(AlipayStatus.WaitBuyerPay),
            null => new NotAccepted(NotificationRefusal.FieldInvalid),
            _ => new NotAccepted(NotificationRefusal.StatusUnknown),
        };
    }

    private static NotificationRefusal? Differs(
        FormPairs form, ReadOnlySpan<byte> field, string ours, NotificationRefusal how)
        => form.Text(field) is { } theirs
            ? string.Equals(theirs, ours, StringComparison.Ordinal) ? null : how
            : NotificationRefusal.FieldInvalid;
}
