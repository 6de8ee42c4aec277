using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>What the documents want of a BatchRefund.</summary>
internal static class RefundBatchRules
{
    private const int BatchNoMax = 20;

    /// <summary>The batch of a request, or what is wrong with it.</summary>
    public static (BatchOrder? Order, ReturnCode? Why) Read(TrustPayRequest request)
    {
        var rows = request.List("OrderData") ?? [];
        var wrong = WrongBatch(request, rows.Count)
            ?? rows.Select(WrongRow).FirstOrDefault(static w => w is not null);
        if (wrong is not null)
        {
            return (null, ReturnCode.Field(wrong));
        }

        var order = new BatchOrder(
            request.MerchantId, request["BatchNo"],
            (request["BatchDate"], request["BatchTime"]),
            (request["MerRefundAccountNo"], request["MerRefundAccountName"]),
            [.. rows.Select(Make)]);
        return BatchRules.Refusal(order.Rows, request["TotalAmount"]) is { } why
            ? (null, why)
            : (order, null);
    }

    private static BatchRow Make(TrustPayRequest row)
        => new(
            row["SeqNo"], row["NewOrderNo"], row["OrderNo"],
            Yuan.Parse(row["RefundAmount"])!.Value, row["Remark"]);

    private static string? WrongBatch(TrustPayRequest request, int rows) => request switch
    {
        _ when !BatchRules.IsBatchNo(request["BatchNo"], BatchNoMax) => "BatchNo",
        _ when !PayOrderRules.IsMoment(request["BatchDate"], request["BatchTime"])
            => "BatchDate",
        _ when rows == 0 => "OrderData",
        _ when !BatchRules.IsCount(request["TotalCount"], rows) => "TotalCount",
        _ when Yuan.Parse(request["TotalAmount"]) is null => "TotalAmount",
        _ => null,
    };

    private static string? WrongRow(TrustPayRequest row, int at) => row switch
    {
        _ when !BatchRules.IsSeqNo(row["SeqNo"], at) => "SeqNo",
        _ when row["OrderNo"].Length == 0 => "OrderNo",
        _ when !PayOrderRules.IsNumber(row["NewOrderNo"]) => "NewOrderNo",
        _ when row["CurrencyCode"] is not "156" => "CurrencyCode",
        _ when !(Yuan.Parse(row["RefundAmount"]) > 0) => "RefundAmount",
        _ => null,
    };
}
