using System.Net.Http.Headers;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// WeChat Pay's notification. The envelope is checked first, then the signature over the raw bytes,
/// then the resource is decrypted, and only then is any field of it believed.
/// </summary>
internal static class WeChatPayNotice
{
    /// <summary>The largest body; genuine ones have a few KiB.</summary>
    public const int BytesMax = 64 * 1024;

    private const string MediaType = "application/json";
    private const string Paid = "TRANSACTION.SUCCESS";
    private const string RefundPrefix = "REFUND.";

    /// <summary>Reads a notification for an account.</summary>
    public static NotificationReading Read(
        WeChatPayAccount account, RawNotification notification, DateTimeOffset now)
    {
        if (EnvelopeFault(notification) is { } fault)
        {
            return new NotAccepted(fault);
        }

        var verdict = WeChatPaySignature.Verify(
            account.Keys, notification.Headers, notification.Body.Span, now);
        return verdict == WeChatPayVerdict.Verified
            ? Open(account, notification)
            : new NotAccepted(RefusalOf(verdict));
    }

    private static NotificationRefusal? EnvelopeFault(RawNotification notification)
    {
        if (notification.Body.Length > BytesMax)
        {
            return NotificationRefusal.BodyTooLarge;
        }

        // XML is the older interface: its own refunds, those of the console, and refunds without an
        // address of ours.
        if (notification.Body.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..])
        {
            return NotificationRefusal.InterfaceUnsupported;
        }

        return notification.Method is "POST"
            && MediaTypeHeaderValue.TryParse(notification.ContentType, out var type)
            && string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase)
                ? null
                : NotificationRefusal.ContentTypeUnexpected;
    }

    private static NotificationRefusal RefusalOf(WeChatPayVerdict verdict) => verdict switch
    {
        WeChatPayVerdict.HeadersMissing => NotificationRefusal.SignatureMissing,
        WeChatPayVerdict.TypeUnknown => NotificationRefusal.SignTypeUnexpected,
        WeChatPayVerdict.NotInTime => NotificationRefusal.TimestampDiffers,
        WeChatPayVerdict.SerialUnknown => NotificationRefusal.SignerUnknown,
        _ => NotificationRefusal.SignatureWrong,
    };

    private static NotificationReading Open(
        WeChatPayAccount account, RawNotification notification)
    {
        if (WeChatPayJson.TryRead(notification.Body) is not { } envelope)
        {
            return new NotAccepted(NotificationRefusal.Malformed);
        }

        if (WeChatPayCipher.TryOpen(account.ApiV3Key, envelope.Inner("resource")) is not { } plain)
        {
            return new NotAccepted(NotificationRefusal.Undecipherable);
        }

        if (WeChatPayJson.TryRead(plain) is not { } resource)
        {
            return new NotAccepted(NotificationRefusal.Malformed);
        }

        return envelope.Text("event_type") switch
        {
            Paid => OfTrade(account.Identity, resource),
            { } type when type.StartsWith(RefundPrefix, StringComparison.Ordinal)
                => WeChatPayRefundNotice.Read(
                    account.Identity, resource, type[RefundPrefix.Length..]),
            null => new NotAccepted(NotificationRefusal.FieldInvalid),
            _ => new Uninteresting("an event that nobody here waits for"),
        };
    }

    private static NotificationReading OfTrade(
        WeChatPayIdentity identity, WeChatPayJson resource)
    {
        // Of the same type as any other: told apart by its fields alone.
        if (resource.Text("combine_out_trade_no") is not null)
        {
            return new Uninteresting("a combined order, and we open none");
        }

        if (MerchantFault(identity, resource) is { } fault)
        {
            return new NotAccepted(fault);
        }

        if (!ChannelOrderNo.TryParse(resource.Text("out_trade_no"), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        var trade = WeChatPayTrade.Of(identity, number, resource);
        return trade?.State is not WeChatPayStatus.Success
            ? new NotAccepted(NotificationRefusal.StatusUnknown)
            : WeChatPayStatus.OfTrade(trade) is Succeeded paid
                ? new Genuine(number, paid)
                : new NotAccepted(NotificationRefusal.FieldInvalid);
    }

    private static NotificationRefusal? MerchantFault(
        WeChatPayIdentity identity, WeChatPayJson resource)
        => identity.Merchants(resource.Text) switch
        {
            WeChatPayClaim.Foreign => NotificationRefusal.SellerDiffers,
            WeChatPayClaim.Unsaid => NotificationRefusal.FieldInvalid,
            _ => identity.Claims(resource.Text) switch
            {
                WeChatPayClaim.Foreign => NotificationRefusal.AppIdDiffers,
                WeChatPayClaim.Unsaid => NotificationRefusal.FieldInvalid,
                _ => null,
            },
        };
}
