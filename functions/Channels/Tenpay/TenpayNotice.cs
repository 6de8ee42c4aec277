using System.Net.Http.Headers;
using System.Text;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// Tenpay's notification, in a body or in a query. The envelope is checked first (size, type,
/// encoding, charset, algorithm), then the signature, and only then is any field interpreted. It is
/// the first proof of two.
/// </summary>
internal sealed class TenpayNotice
{
    /// <summary>The largest notification; genuine ones have about one KiB.</summary>
    public const int BytesMax = 64 * 1024;

    private const string MediaType = "application/x-www-form-urlencoded";
    private const int NotifyIdMax = 128;

    private readonly FormPairs form;

    private TenpayNotice(FormPairs form) => this.form = form;

    /// <summary>Whether it is about a refund.</summary>
    public bool IsRefund => form.Has("out_refund_no"u8) || form.Has("refund_status"u8);

    /// <summary>A field; null when it is empty or missing.</summary>
    public string? Text(string name) => form.Text(Encoding.UTF8.GetBytes(name));

    /// <summary>Reads a notification for an account. Null when its signature is genuine.
    /// </summary>
    public static NotificationRefusal? TryRead(
        TenpayAccount account, RawNotification notification, out TenpayNotice? notice)
    {
        var refusal = TryReadForm(account, notification, out var form);
        notice = refusal is null ? new TenpayNotice(form) : null;
        return refusal;
    }

    /// <summary>Reads what Tenpay signed for an account. Null when its signature is genuine.
    /// </summary>
    public static NotificationRefusal? TryReadForm(
        TenpayAccount account, RawNotification message, out FormPairs form)
    {
        form = null!;
        return EnvelopeFault(message)
            ?? TenpayForm.TryRead(message.Body.Span, out form)
            ?? SignatureFault(account, form);
    }

    /// <summary>
    /// The notify_id, and our number where the notification has one. Null when every field that is
    /// there can be used, and none is missing that has to be there.
    /// </summary>
    public NotificationRefusal? TradeFault(
        TenpayAccount account, out string notifyId, out ChannelOrderNo? number)
    {
        notifyId = Text("notify_id") ?? "";
        number = null;
        if (IdentityFault(account) is { } stranger)
        {
            return stranger;
        }

        if (notifyId.Length is 0 or > NotifyIdMax || notifyId.Any(static c => c is <= ' ' or > '~'))
        {
            return NotificationRefusal.FieldInvalid;
        }

        if (TenpayTrade.IsWhole(Text))
        {
            var fault = TenpayTrade.TryRead(account, Text, out var trade);
            number = fault is null or TenpayTradeFault.Escrow ? trade.Number : null;
            return RefusalOf(fault)
                ?? (TenpayStatus.IsKnown(trade.State) ? null : NotificationRefusal.StatusUnknown);
        }

        if (!account.TakesIdOnly)
        {
            return NotificationRefusal.FieldInvalid;
        }

        if (Text("out_trade_no") is not { } text)
        {
            return null;
        }

        var isOurs = ChannelOrderNo.TryParse(text, out var ours);
        number = isOurs ? ours : null;
        return isOurs ? null : NotificationRefusal.OrderNumberUnknown;
    }

    /// <summary>Whether it is for another merchant. A mere notify_id may name none.</summary>
    public NotificationRefusal? IdentityFault(TenpayAccount account)
        => TenpayTrade.IsFor(account, Text)
            || (account.TakesIdOnly && !TenpayTrade.IsWhole(Text)
                && Text("appid") is null && Text("partner") is null)
                ? null
                : account.Profile == TenpayProfile.Open
                    ? NotificationRefusal.AppIdDiffers
                    : NotificationRefusal.SellerDiffers;

    /// <summary>The refusal that a fault of a whole message is.</summary>
    public static NotificationRefusal? RefusalOf(TenpayTradeFault? fault) => fault switch
    {
        null => null,
        TenpayTradeFault.MerchantDiffers => NotificationRefusal.SellerDiffers,
        TenpayTradeFault.NumberUnknown => NotificationRefusal.OrderNumberUnknown,
        TenpayTradeFault.Escrow => NotificationRefusal.StatusUnknown,
        _ => NotificationRefusal.FieldInvalid,
    };

    private static NotificationRefusal? EnvelopeFault(RawNotification notification)
    {
        if (notification.Body.Length > BytesMax)
        {
            return NotificationRefusal.BodyTooLarge;
        }

        return string.Equals(notification.Method, "GET", StringComparison.Ordinal)
            || (MediaTypeHeaderValue.TryParse(notification.ContentType, out var type)
                && string.Equals(type.MediaType, MediaType, StringComparison.OrdinalIgnoreCase))
                    ? null
                    : NotificationRefusal.ContentTypeUnexpected;
    }

    // The algorithm is ours to choose: a missing sign_type means MD5 too.
    private static NotificationRefusal? SignatureFault(TenpayAccount account, FormPairs form)
        => form.Text("sign_type"u8) is not (null or TenpaySignature.SignType)
                ? NotificationRefusal.SignTypeUnexpected
            : form.Find("sign"u8).IsEmpty ? NotificationRefusal.SignatureMissing
            : !TenpaySignature.Verifies(account, form) ? NotificationRefusal.SignatureWrong
            : null;
}
