using System.Net.Http.Headers;
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

        var refusal = AlipayForm.TryRead(notification.Body.Span, account.Charset, out var form)
            ?? SignatureFault(account, form);
        return refusal is { } why ? new NotAccepted(why) : Interpret(account, form);
    }

    private static NotificationRefusal? EnvelopeFault(
        AlipayCharset charset, RawNotification notification)
    {
        if (notification.Body.Length > BytesMax)
        {
            return NotificationRefusal.BodyTooLarge;
        }

        if (!MediaTypeHeaderValue.TryParse(notification.ContentType, out var type)
            || !string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return NotificationRefusal.ContentTypeUnexpected;
        }

        return type.CharSet is null || charset.Is(type.CharSet.Trim('"'))
            ? null
            : NotificationRefusal.CharsetUnexpected;
    }

    // The algorithm is ours to choose: sign_type is not even part of what is signed.
    private static NotificationRefusal? SignatureFault(AlipayAccount account, AlipayForm form)
    {
        var sign = form.Find("sign"u8);
        return !account.Charset.Is(Text(form, "charset"u8)) ? NotificationRefusal.CharsetUnexpected
            : !form.Find("sign_type"u8).SequenceEqual("RSA2"u8)
                ? NotificationRefusal.SignTypeUnexpected
            : sign.IsEmpty ? NotificationRefusal.SignatureMissing
            : !account.PublicKey.Verifies(form.ToSign(), sign) ? NotificationRefusal.SignatureWrong
            : null;
    }

    private static NotificationReading Interpret(AlipayAccount account, AlipayForm form)
    {
        if (Differs(form, "app_id"u8, account.AppId, NotificationRefusal.AppIdDiffers) is { } app)
        {
            return new NotAccepted(app);
        }

        var type = Text(form, "notify_type"u8);
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

        if (!ChannelOrderNo.TryParse(Text(form, "out_trade_no"u8), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        return AlipayAmount.TryRead(Text(form, "total_amount"u8), out var total)
            && AlipayTradeNo.TryRead(Text(form, "trade_no"u8), out var tradeNo)
                ? OfStatus(form, number, total, tradeNo)
                : new NotAccepted(NotificationRefusal.FieldInvalid);
    }

    private static NotificationReading OfStatus(
        AlipayForm form, ChannelOrderNo number, Money total, string tradeNo)
    {
        var status = Text(form, "trade_status"u8);
        var refunded = Text(form, "refund_fee"u8);
        var refund = Money.OfFen(0);
        if (refunded is not null && !AlipayAmount.TryRead(refunded, out refund))
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        var isRefund = refund.Fen > 0 || Text(form, "gmt_refund"u8) is not null;
        return status switch
        {
            AlipayStatus.Success or AlipayStatus.Finished or AlipayStatus.Closed when isRefund
                => new Uninteresting("about a refund"),
            AlipayStatus.Success or AlipayStatus.Finished
                => AlipayTime.TryRead(Text(form, "gmt_payment"u8), out var paidAt)
                    ? new Genuine(number, new Succeeded(total, tradeNo, paidAt))
                    : new NotAccepted(NotificationRefusal.FieldInvalid),
            AlipayStatus.Closed => new Genuine(number, new Declined(AlipayStatus.Closed)),
            AlipayStatus.WaitBuyerPay => new Uninteresting(AlipayStatus.WaitBuyerPay),
            null => new NotAccepted(NotificationRefusal.FieldInvalid),
            _ => new NotAccepted(NotificationRefusal.StatusUnknown),
        };
    }

    private static NotificationRefusal? Differs(
        AlipayForm form, ReadOnlySpan<byte> field, string ours, NotificationRefusal how)
        => Text(form, field) is { } theirs
            ? string.Equals(theirs, ours, StringComparison.Ordinal) ? null : how
            : NotificationRefusal.FieldInvalid;

    private static string? Text(AlipayForm form, ReadOnlySpan<byte> name)
        => form.Find(name) is { IsEmpty: false } value
            ? System.Text.Encoding.Latin1.GetString(value)
            : null;
}
