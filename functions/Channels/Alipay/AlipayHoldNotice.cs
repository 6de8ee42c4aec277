using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What a genuine notification about a frozen amount says: <c>fund_auth_freeze</c>,
/// <c>fund_auth_unfreeze</c> or <c>fund_auth_operation_cancel</c>.
/// </summary>
internal static class AlipayHoldNotice
{
    private const string Freeze = "fund_auth_freeze";
    private const string Unfreeze = "fund_auth_unfreeze";
    private const string Cancel = "fund_auth_operation_cancel";
    private const int OperationMax = 64;

    /// <summary>Whether a notification of that type is about a frozen amount.</summary>
    public static bool Is(string? type) => type is Freeze or Unfreeze or Cancel;

    /// <summary>Reads the verified fields.</summary>
    public static NotificationReading Read(string type, AlipayAccount account, FormPairs form)
    {
        if (form.Text("payee_user_id"u8) is { Length: > 0 } payee
            && !string.Equals(payee, account.SellerId, StringComparison.Ordinal))
        {
            return new NotAccepted(NotificationRefusal.SellerDiffers);
        }

        if (!ChannelOrderNo.TryParse(form.Text("out_order_no"u8), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        return type switch
        {
            Freeze => OfFreeze(form, number),
            Unfreeze => OfUnfreeze(form, number),
            _ => new Genuine(number, new Declined(Cancel)),
        };
    }

    private static NotificationReading OfFreeze(FormPairs form, ChannelOrderNo number)
        => form.Text("status"u8) switch
        {
            "SUCCESS" => AlipayTradeNo.TryRead(form.Text("auth_no"u8), out var holdNo)
                && YuanText.TryRead(form.Text("amount"u8), out var total)
                && TryTime(form, out var heldAt)
                    ? new Genuine(number, new Succeeded(total, holdNo, heldAt))
                    : new NotAccepted(NotificationRefusal.FieldInvalid),
            "FAIL" or "CLOSED" => new Genuine(number, new Declined(form.Text("status"u8)!)),
            "INIT" or "PROCESSING" => new Uninteresting(form.Text("status"u8)!),
            null => new NotAccepted(NotificationRefusal.FieldInvalid),
            _ => new NotAccepted(NotificationRefusal.StatusUnknown),
        };

    private static NotificationReading OfUnfreeze(FormPairs form, ChannelOrderNo number)
    {
        // What went with the last capture, or was let go by hand, has no number of ours.
        if (!ChannelRefundNo.TryParse(form.Text("out_request_no"u8), out var release))
        {
            return new Uninteresting("about a release of somebody else");
        }

        if (release.Id != number.Id)
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        return form.Text("status"u8) switch
        {
            "SUCCESS" => YuanText.TryRead(form.Text("amount"u8), out var total)
                && TryTime(form, out var at)
                    ? new GenuineRefund(
                        release, new RefundSucceeded(OperationOf(form), at), total)
                    : new NotAccepted(NotificationRefusal.FieldInvalid),
            "INIT" or "PROCESSING" or "FAIL" or "CLOSED"
                => new Uninteresting(form.Text("status"u8)!),
            null => new NotAccepted(NotificationRefusal.FieldInvalid),
            _ => new NotAccepted(NotificationRefusal.StatusUnknown),
        };
    }

    private static string? OperationOf(FormPairs form)
        => form.Text("operation_id"u8) is { Length: > 0 and <= OperationMax } operation
            && operation.All(char.IsAsciiLetterOrDigit)
                ? operation
                : null;

    private static bool TryTime(FormPairs form, out DateTimeOffset at)
        => BeijingClock.TryRead(form.Text("gmt_trans"u8), BeijingClock.Spaced, out at);
}
