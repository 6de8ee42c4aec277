using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>The order of an answer to a question, as JSON.</summary>
internal static class OrderText
{
    /// <summary>An order; its detail for <c>true</c>, or <c>1</c> as one merchant asks.</summary>
    public static string Of(Trade trade, string status, string detail)
    {
        var order = trade.Order;
        List<(string Name, string Value)> members =
        [
            ("PayTypeID", order.PayType),
            ("OrderNo", order.OutTradeNo),
            ("OrderDate", order.At.Date), ("OrderTime", order.At.Time),
            ("OrderAmount", Yuan.Format(order.Fen)), ("Status", status),
        ];
        if (detail is not ("true" or "1"))
        {
            return $"{{{TrxAnswer.Members(members)}}}";
        }

        members.AddRange(
        [
            ("OrderDesc", order.Description), ("OrderURL", string.Empty),
            ("PaymentLinkType", order.LinkType), ("AcctNo", string.Empty),
            ("CommodityType", order.Commodity), ("ReceiverAddress", string.Empty),
            ("BuyIP", string.Empty), ("iRspRef", trade.Numbers?.Reference ?? string.Empty),
            ("ReceiveAccount", string.Empty), ("ReceiveAccName", string.Empty),
            ("MerchantRemarks", order.Remarks),
        ]);
        var item = TrxAnswer.Members([("ProductName", order.Subject)]);
        return $"{{{TrxAnswer.Members(members)},\"OrderItems\":[{{{item}}}]}}";
    }

    /// <summary>A refund.</summary>
    public static string Of(Refund refund, string status)
        => $"{{{TrxAnswer.Members([
            ("PayTypeID", "Refund"), ("OrderNo", refund.Number), ("OrderDate", refund.At.Date),
            ("OrderTime", refund.At.Time), ("OrderAmount", Yuan.Format(refund.Fen)),
            ("Status", status), ("RefundAmount", Yuan.Format(refund.Fen)),
            ("MerRefundAccountNo", string.Empty), ("MerRefundAccountName", string.Empty),
        ])}}}";
}
