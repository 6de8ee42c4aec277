using PayFunctions.Sandbox.Abc.Agreements;
using PayFunctions.Sandbox.Abc.Batches;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>Does what checked requests ask for.</summary>
internal sealed class Transactions(
    AbcSimulatorOptions options, TradeBook book, PayPages pages, Statements statements,
    RefundDesk refunds, KCodeDesk codes, AgentTransactions agents, IdentityDesk people,
    RefundBatches refundBatches, DebitBatches debitBatches)
{
    /// <summary>
    /// The transactions of the interface that this simulator does not do: it answers as for a
    /// merchant that has not opened them.
    /// </summary>
    private static readonly string[] NotSimulated =
    [
        "UnifiedOrderReq", "AliPayOrderReq", "MobilePayReq", "CBPSettle", "SettleAliWx",
        "SettleAliWxTransfer", "InterfaceAgentSignReq", "InterfaceAgentSignResend",
        "InterfaceAgentSignSubmit", "RegSubMerchantInfo", "PayForAnother", "InternalTransfer",
        "OLScanPayOrderReq",
    ];

    /// <summary>Answers a request of a merchant.</summary>
    /// <param name="request">The request.</param>
    /// <param name="merchant">Who has signed it.</param>
    /// <param name="root">Where the caller reaches this simulator.</param>
    /// <param name="met">The faults it meets.</param>
    public TrxAnswer Answer(
        TrustPayRequest request, AbcMerchant merchant, Uri root, RequestFaults met)
        => request.TrxType switch
        {
            var closed when merchant.Closed.Contains(closed, StringComparer.Ordinal)
                => new(ReturnCode.NotOpened),
            "PayReq" => Open(request, merchant, root),
            "Query" => Query(request, met),
            "Refund" => refunds.Answer(request),
            "BatchRefund" => refundBatches.Take(request, met),
            "QueryBatchRefund" => refundBatches.Query(request, met),
            "PreAuthCancelConfirm" => EndHold(request),
            "KPayVerifyReq" => codes.Begin(request, merchant, root),
            "KPayResendReq" => codes.Again(request),
            "KPayReq" => codes.Pay(request),
            "AgentSign" => agents.Sign(request, root),
            "QueryAgentSign" => agents.Query(request),
            "AgentUnSign" => agents.Unsign(request),
            "AgentPay" => agents.Pay(request),
            "AgentBatch" => debitBatches.Take(request, met),
            "AgentBatchQuery" => debitBatches.Query(request, met),
            "IdentityVerifyReq" => people.Open(request, root),
            "StaticIdentifyVerifyReq" or "StaticIdentityVerifyReq" => people.Check(request),
            "Settle" => statements.Day(request),
            "QueryTrnxRecords" => statements.Hours(request),
            var other when NotSimulated.Contains(other, StringComparer.Ordinal)
                => new(ReturnCode.NotOpened),
            _ => new(ReturnCode.Field("TrxType")),
        };

    private TrxAnswer Open(TrustPayRequest request, AbcMerchant merchant, Uri root)
    {
        var (order, why) = PayOrderRules.Read(request, merchant, book.Now);
        why ??= book.Open(order!, options.RefusesRepetitions);
        if (why is not null || order is null)
        {
            return new(why ?? ReturnCode.SystemError);
        }

        return pages.Open(order, root) is { } page
            ? new(
                ReturnCode.Done,
                ("TrxType", "PayReq"), ("OrderNo", order.OutTradeNo),
                ("OrderAmount", Yuan.Format(order.Fen)), ("PaymentURL", page.AbsoluteUri),
                ("OneQRForAll", string.Empty))
            : new(ReturnCode.SystemError);
    }

    private TrxAnswer Query(TrustPayRequest request, RequestFaults met)
    {
        var number = request["OrderNo"];
        var order = request["PayTypeID"] switch
        {
            "ImmediatePay" or "PreAuthPay" or "AgentPay"
                when book.Find(request.MerchantId, number) is { } trade
                    && string.Equals(
                        trade.Order.PayType, request["PayTypeID"], StringComparison.Ordinal)
                => OrderText.Of(trade, StatusOf(trade, met), request["QueryDetail"]),
            "Refund" when book.FindRefund(request.MerchantId, number) is { } found
                => OrderText.Of(found.Refund, StatusOf(found.Refund)),
            _ => null,
        };
        return order is null
            ? new(ReturnCode.OrderUnknown)
            : new(
                ReturnCode.Done,
                ("TrxType", "Query"),
                ("Order", Convert.ToBase64String(Charset.Gbk.GetBytes(order))));
    }

    private TrxAnswer EndHold(TrustPayRequest request)
    {
        var order = request.Order;
        var wrong = order["OperateType"] is not ("Confirm" or "Cancel") ? "OperateType"
            : !PayOrderRules.IsMoment(order["OrderDate"], order["OrderTime"]) ? "OrderDate"
            : !PayOrderRules.IsNumber(order["OrderNo"]) ? "OrderNo"
            : !PayOrderRules.IsNumber(order["OriginalOrderNo"]) ? "OriginalOrderNo"
            : order["CurrencyCode"] is not "156" ? "CurrencyCode"
            : !(Yuan.Parse(order["OrderAmount"]) > 0) ? "OrderAmount"
            : null;
        if (wrong is not null)
        {
            return new(ReturnCode.Field(wrong));
        }

        if (book.Find(request.MerchantId, order["OriginalOrderNo"])
            is not { Order.IsHold: true } hold)
        {
            return new(ReturnCode.OrderUnknown);
        }

        var (end, why) = book.EndHold(
            hold, order["OperateType"] is "Confirm", order["OrderNo"],
            Yuan.Parse(order["OrderAmount"])!.Value, options.RefusesRepetitions);
        return end is null
            ? new(why!)
            : new(
                ReturnCode.Done,
                ("TrxType", "PreAuthCancelConfirm"), ("OrderNo", end.Number),
                ("OrderAmount", Yuan.Format(end.Fen)),
                ("OriginalOrderNo", hold.Order.OutTradeNo),
                ("BatchNo", end.Numbers.Batch),

                // So it is spelt.
                ("VouchNo", end.Numbers.Voucher),
                ("HostDate", BeijingTime.Format(end.At, "yyyy/MM/dd")),
                ("HostTime", BeijingTime.Format(end.At, "HH:mm:ss")),
                ("iRspRef", end.Numbers.Reference));
    }

    private static string StatusOf(Trade trade, RequestFaults met)
        => trade.WireStatus is not Trade.Paid ? trade.WireStatus
            : met.Meets(AbcFault.Status02) ? "02"
            : met.Meets(AbcFault.Status03) ? "03"
            : Trade.Paid;

    private string StatusOf(Refund refund)
        => book.Now < refund.TakenAt + options.RefundTakes ? "03" : Trade.Paid;
}
