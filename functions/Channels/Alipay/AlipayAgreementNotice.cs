using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What a genuine notification about an agreement says: <c>dut_user_sign</c> or
/// <c>dut_user_unsign</c>.
/// </summary>
internal static class AlipayAgreementNotice
{
    private const string Sign = "dut_user_sign";
    private const string Unsign = "dut_user_unsign";

    /// <summary>Whether a notification of that type is about an agreement.</summary>
    public static bool Is(string? type) => type is Sign or Unsign;

    /// <summary>Reads the verified fields.</summary>
    public static NotificationReading Read(string type, AlipayAccount account, FormPairs form)
    {
        if (IsOther(form, "partner_id"u8, account.SellerId))
        {
            return new NotAccepted(NotificationRefusal.SellerDiffers);
        }

        if (IsOther(form, "personal_product_code"u8, account.Agreements.PersonalProductCode)
            || IsOther(form, "sign_scene"u8, account.Agreements.Scene))
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        if (!ChannelOrderNo.TryParse(form.Text("external_agreement_no"u8), out var number))
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        if (!AlipayTradeNo.TryRead(form.Text("agreement_no"u8), out var agreementNo))
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        return (type, form.Text("status"u8)) switch
        {
            (Sign, "NORMAL") => TryTime(form, "sign_time"u8, out var at)
                ? new Genuine(
                    number, new Succeeded(AlipayAgreementStatus.Nothing, agreementNo, at))
                : new NotAccepted(NotificationRefusal.FieldInvalid),
            (Unsign, "UNSIGN") => TryTime(form, "unsign_time"u8, out var at)
                ? new Genuine(number, new Unsigned(agreementNo, at))
                : new NotAccepted(NotificationRefusal.FieldInvalid),
            (_, null) => new NotAccepted(NotificationRefusal.FieldInvalid),
            _ => new NotAccepted(NotificationRefusal.StatusUnknown),
        };
    }

    /// <summary>Whether a field is there and says something else than ours.</summary>
    private static bool IsOther(FormPairs form, ReadOnlySpan<byte> field, string ours)
        => form.Text(field) is { Length: > 0 } theirs
            && !string.Equals(theirs, ours, StringComparison.Ordinal);

    private static bool TryTime(
        FormPairs form, ReadOnlySpan<byte> field, out DateTimeOffset at)
        => BeijingClock.TryRead(form.Text(field), BeijingClock.Spaced, out at);
}
