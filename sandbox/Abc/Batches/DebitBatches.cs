using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>
/// Takes batches of debits, and tells what became of them. The documents have no values for the
/// statuses of these batches and of their rows: here they are those of refunds, which constants
/// of the bank's PHP SDK name for debits as well.
/// </summary>
internal sealed class DebitBatches(AbcSimulatorOptions options, BatchBook book)
{
    /// <summary>AgentBatch.</summary>
    public TrxAnswer Take(TrustPayRequest request, RequestFaults met)
    {
        var (order, why) = DebitBatchRules.Read(request);
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
                ("TrxType", "AgentBatch"), ("MerchantNo", order.MerchantId),
                ("SendTime", BeijingTime.Format(batch.TakenAt, BeijingTime.Digits)));
    }

    /// <summary>AgentBatchQuery.</summary>
    public TrxAnswer Query(TrustPayRequest request, RequestFaults met)
    {
        var wrong = request["BatchNo"].Length == 0 ? "BatchNo"
            : BeijingTime.Parse(request["BatchDate"], "yyyy/MM/dd") is null ? "BatchDate"
            : null;
        if (wrong is not null)
        {
            return new(ReturnCode.Field(wrong));
        }

        if (book.Find(request.MerchantId, request["BatchNo"]) is not { } batch
            || !string.Equals(
                batch.Order.At.Date, request["BatchDate"], StringComparison.Ordinal))
        {
            return new(ReturnCode.OrderUnknown);
        }

        var view = BatchView.Of(batch, options.BatchesStaySubmitted, met);
        return new(
            ReturnCode.Done,
            ("TrxType", "AgentBatchQuery"), ("BatchNo", batch.Order.BatchNo),
            ("BatchDate", batch.Order.At.Date), ("BatchTime", batch.Order.At.Time),
            ("BatchStatus", view.Status), ("BatchStatusZH", Words(view.Status)),
            ("CurrencyCode", "156"),
            ("AgentCount", batch.Order.Rows.Count.ToString(CultureInfo.InvariantCulture)),
            ("AgentAmount", Yuan.Format(batch.Order.Fen)),
            ("SuccessCount", view.Count(BatchView.RowDone)),
            ("SuccessAmount", view.Sum(BatchView.RowDone)),
            ("FailedCount", view.Count(BatchView.RowFailed)),
            ("FailedAmount", view.Sum(BatchView.RowFailed)))
        {
            List = new("AgentBatchDetail", view.Rows(Members)),
        };
    }

    private static IReadOnlyList<(string Name, string Value)> Members(
        BatchRow row, string status)
        =>
        [
            ("SeqNo", row.SeqNo), ("OrderNo", row.Number), ("OrderAmount", Yuan.Format(row.Fen)),
            ("AgentSignNo", row.Of), ("OrderStatus", status),
            ("OrderStatusZH", RowWords(status)),
        ];

    // The words are the simulator's own.
    private static string Words(string status) => status switch
    {
        Batch.Waiting => "等待处理",
        Batch.Submitted => "提交成功",
        Batch.AllDone => "全部成功",
        Batch.AllFailed => "全部失败",
        _ => "部分成功",
    };

    private static string RowWords(string status) => status switch
    {
        BatchView.RowWaiting => "未处理",
        BatchView.RowDone => "成功",
        BatchView.RowFailed => "失败",
        _ => "无回应",
    };
}
