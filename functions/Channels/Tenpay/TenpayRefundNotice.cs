using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// A notification about a refund, which Tenpay's guide does not have and its clients do. It carries
/// no notify_id: the refund query is its second proof.
/// </summary>
/// <param name="Row">The refund, as it is told.</param>
/// <param name="Outcome">What is told of it.</param>
internal sealed record TenpayRefundNotice(TenpayRefundRow Row, RefundOutcome Outcome)
{
    /// <summary>Reads it. Null when it could be read.</summary>
    public static NotificationRefusal? TryRead(
        TenpayAccount account, TenpayNotice notice, out TenpayRefundNotice told)
    {
        told = new TenpayRefundNotice(
            new TenpayRefundRow(default, null, "", default), new RefundUnknown(""));
        if (!TenpayTrade.IsFor(account, notice.Text))
        {
            return NotificationRefusal.SellerDiffers;
        }

        if (!ChannelRefundNo.TryParse(notice.Text("out_refund_no"), out var number)
            || !ChannelOrderNo.TryParse(notice.Text("out_trade_no"), out var trade)
            || trade.Id != number.Id)
        {
            return NotificationRefusal.OrderNumberUnknown;
        }

        if (!FenText.TryRead(notice.Text("refund_fee"), out var total))
        {
            return NotificationRefusal.FieldInvalid;
        }

        var outcome = TenpayRefundStatus.OfStatus(
            notice.Text("refund_status"), notice.Text("refund_id"), at: null);
        if (outcome is RefundUnknown)
        {
            return NotificationRefusal.StatusUnknown;
        }

        told = new TenpayRefundNotice(
            new TenpayRefundRow(number, trade, notice.Text("transaction_id") ?? "", total),
            outcome);
        return null;
    }

    /// <summary>What is believed once the query has said its own.</summary>
    public NotificationReading ProvedBy(RefundOutcome asked) => asked switch
    {
        RefundSucceeded or RefundDeclined or RefundStuck => asked.GetType() == Outcome.GetType()
            ? new GenuineRefund(Row.Number, asked)
            : new NotAccepted(NotificationRefusal.ProofDiffers),
        RefundPending pending => new NotProved(pending.Reason),
        RefundAbsent absent => new NotProved(absent.Reason),
        RefundUnknown unknown => new NotProved(unknown.Reason),
        _ => throw new InvalidOperationException("An outcome of an unknown kind."),
    };
}
