using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>Tells merchants that refunds reached a state.</summary>
internal sealed class RefundTeller(NotificationSender sender)
{
    /// <summary>Tells, where the refund has moved to a state that is told; hands it on.</summary>
    /// <param name="trade">The refund's trade.</param>
    /// <param name="before">The refund as it was; null for a new one.</param>
    /// <param name="after">The refund as it is.</param>
    public Refund Tell(Trade trade, Refund? before, Refund after)
    {
        if (after.IsTold && before?.State != after.State)
        {
            sender.Start(new Notification(
                trade.Order.OutTradeNo,
                (_, spoilt) => Notice.Message(
                    trade.Order.Merchant, Fields(trade, after), after.CharsetName,
                    after.NotifyUrl, spoilt)));
        }

        return after;
    }

    /// <summary>What is said of a refund, in its answer and in its notification.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(Trade trade, Refund refund)
        =>
        [
            new("out_refund_no", refund.OutRefundNo),
            new("out_trade_no", trade.Order.OutTradeNo),
            new("reccv_user_name", string.Empty),
            new("recv_user_id", string.Empty),
            new("refund_channel", trade.IsBalance ? "0" : "1"),
            new("refund_fee", refund.Fen.ToString(CultureInfo.InvariantCulture)),
            new("refund_id", refund.RefundId),
            new("refund_status", refund.State.ToString(CultureInfo.InvariantCulture)),
            new("transaction_id", trade.TransactionId),
        ];
}
