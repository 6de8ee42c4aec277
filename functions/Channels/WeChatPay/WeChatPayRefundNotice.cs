using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>What a genuine notification about a refund says.</summary>
internal static class WeChatPayRefundNotice
{
    /// <summary>Reads what was decrypted.</summary>
    /// <param name="identity">Whose.</param>
    /// <param name="resource">The fields.</param>
    /// <param name="told">The status that the event's name says too.</param>
    public static NotificationReading Read(
        WeChatPayIdentity identity, WeChatPayJson resource, string told)
    {
        if (identity.Merchants(resource.Text) is var claim and not WeChatPayClaim.Ours)
        {
            return new NotAccepted(claim == WeChatPayClaim.Foreign
                ? NotificationRefusal.SellerDiffers
                : NotificationRefusal.FieldInvalid);
        }

        if (!ChannelRefundNo.TryParse(resource.Text("out_refund_no"), out var number)
            || !ChannelOrderNo.TryParse(resource.Text("out_trade_no"), out var trade)
            || trade.Id != number.Id)
        {
            return new NotAccepted(NotificationRefusal.OrderNumberUnknown);
        }

        var status = resource.Text("refund_status");
        var outcome = WeChatPayRefundStatus.OfStatus(
            status, WeChatPayNumber.TryRead(resource.Text("refund_id")),
            WeChatPayTime.TryRead(resource.Text("success_time")));
        if (outcome is RefundUnknown or RefundPending
            || !string.Equals(status, told, StringComparison.Ordinal))
        {
            return new NotAccepted(NotificationRefusal.StatusUnknown);
        }

        return resource.Inner("amount") is { } amount
            && amount.Fen("refund") is { } total
            && amount.Fen("total") is { } paid
            && total.Fen <= paid.Fen
                ? new GenuineRefund(number, outcome, total)
                : new NotAccepted(NotificationRefusal.FieldInvalid);
    }
}
