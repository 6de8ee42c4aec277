using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>Takes batches of refunds, and tells what became of them.</summary>
internal sealed class RefundBatches(AbcSimulatorOptions options, BatchBook book)
{
    /// <summary>BatchRefund.</summary>
    public TrxAnswer Take(TrustPayRequest request, RequestFaults met)
    {
        var (order, why) = RefundBatchRules.Read(request);
        if (order is null)
        {
            return new(why!);
        }

        (var batch, why) = book.Take(
            order, () => AbcFault.Declined(order.Rows.Count, met), options.RefusesRepetitions);
        return batch is null
            ? new(why!)
            : new(
                ReturnCode.Done,
                ("TrxType", "BatchRefund"), ("TotalCount", Count(batch)),
                ("TotalAmount", Yuan.Format(order.Fen)), ("SerialNumber", batch.Serial),
                ("HostDate", BeijingTime.Format(batch.TakenAt, "yyyy/MM/dd")),
                ("HostTime", BeijingTime.Format(batch.TakenAt, "HH:mm:ss")));
    }

    /// <summary>QueryBatchRefund. What Remark tells of a row is not documented: here it is what
    /// the merchant has written.</summary>
    public TrxAnswer Query(TrustPayRequest request, RequestFaults met)
    {
        var at = (request["BatchDate"], request["BatchTime"]);
        var wrong = !PayOrderRules.IsMoment(at.Item1, at.Item2) ? "BatchDate"
            : request["SerialNumber"].Length == 0 ? "SerialNumber"
            : null;
        if (wrong is not null)
        {
            return new(ReturnCode.Field(wrong));
        }

        if (book.FindSerial(request.MerchantId, request["SerialNumber"]) is not { } batch
            || batch.Order.At != at)
        {
            return new(ReturnCode.OrderUnknown);
        }

        var view = BatchView.Of(batch, options.BatchesStaySubmitted, met);
        return new(
            ReturnCode.Done,
            ("TrxType", "QueryBatchRefund"), ("BatchDate", at.Item1), ("BatchTime", at.Item2),
            ("SerialNumber", batch.Serial), ("BatchStatus", view.Status),
            ("MerRefundAccountNo", batch.Order.Account.Number),
            ("MerRefundAccountName", batch.Order.Account.Name),
            ("RefundAmount", Yuan.Format(batch.Order.Fen)), ("RefundCount", Count(batch)),
            ("SuccessAmount", view.Sum(BatchView.RowDone)),
            ("SuccessCount", view.Count(BatchView.RowDone)),
            ("FailedAmount", view.Sum(BatchView.RowFailed)),
            ("FailedCount", view.Count(BatchView.RowFailed)))
        {
            List = new("Order", view.Rows(Members)),
        };
    }

    private static IReadOnlyList<(string Name, string Value)> Members(
        BatchRow row, string status)
        =>
        [
            ("OriginalOrderNo", row.Of), ("RefundOrderNo", row.Number), ("CurrencyCode", "156"),
            ("RefundAmountCell", Yuan.Format(row.Fen)), ("OrderStatus", status),
            ("Remark", row.Remark),
        ];

    private static string Count(Batch batch)
        => batch.Order.Rows.Count.ToString(CultureInfo.InvariantCulture);
}
