using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// What a genuine notification about a refund proves. It names the refund, but its
/// <c>refund_fee</c> is the sum of all refunds of the trade. So it proves a refund only when
/// nothing of the trade is left: whatever this refund's amount is, it went back. Any other is
/// accepted and moves nothing: the refund is asked about in any case.
/// </summary>
internal static class AlipayRefundNotice
{
    private const string Milliseconds = "yyyy-MM-dd HH:mm:ss.fff";

    /// <summary>Reads the part about the refund.</summary>
    /// <param name="form">The verified fields.</param>
    /// <param name="number">The trade.</param>
    /// <param name="total">What was paid.</param>
    /// <param name="refunded">What went back in all.</param>
    /// <param name="status">The trade's status.</param>
    public static NotificationReading Read(
        FormPairs form, ChannelOrderNo number, Money total, Money refunded, string status)
    {
        if (refunded.Fen > total.Fen)
        {
            return new NotAccepted(NotificationRefusal.FieldInvalid);
        }

        // A cancel, or a refund by hand: not a refund of ours.
        if (!ChannelRefundNo.TryParse(form.Text("out_biz_no"u8), out var refund))
        {
            return new Uninteresting("about a refund of somebody else");
        }

        if (refund.Id != number.Id)
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        return refunded != total || status is not AlipayStatus.Closed
            ? new Uninteresting("about a part that was refunded")
            : TryTime(form.Text("gmt_refund"u8), out var at)
                ? new GenuineRefund(refund, new RefundSucceeded(null, at))
                : new NotAccepted(NotificationRefusal.FieldInvalid);
    }

    private static bool TryTime(string? text, out DateTimeOffset at)
        => BeijingClock.TryRead(text, Milliseconds, out at)
            || BeijingClock.TryRead(text, BeijingClock.Spaced, out at);
}
