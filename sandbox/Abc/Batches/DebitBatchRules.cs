using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>What the documents want of an AgentBatch.</summary>
internal static class DebitBatchRules
{
    private const int BatchNoMax = 30;

    /// <summary>The batch of a request, or what is wrong with it.</summary>
    public static (BatchOrder? Order, ReturnCode? Why) Read(TrustPayRequest request)
    {
        var batch = request.Part("AgentBatch");
        var rows = request.List("Details") ?? [];
        var wrong = WrongBatch(request, batch, rows.Count)
            ?? rows.Select(WrongRow).FirstOrDefault(static w => w is not null);
        if (wrong is not null)
        {
            return (null, ReturnCode.Field(wrong));
        }

        if (!rows.All(static r => PayOrderRules.IsCommodity(r["CommodityType"])))
        {
            return (null, ReturnCode.CommodityNotOpened);
        }

        var at = (batch["BatchDate"], batch["BatchTime"]);
        var order = new BatchOrder(
            request.MerchantId, batch["BatchNo"], at,
            (request["ReceiveAccount"], request["ReceiveAccName"]),
            [.. rows.Select(r => Make(r, at))]);
        return BatchRules.Refusal(order.Rows, batch["AgentAmount"]) is { } why
            ? (null, why)
            : (order, null);
    }

    private static BatchRow Make(TrustPayRequest row, (string Date, string Time) at)
    {
        var fen = Yuan.Parse(row["AgentAmount"])!.Value;
        return new(row["SeqNo"], row["OrderNo"], row["AgentSignNo"], fen, row["Remark"])
        {
            Debit = new()
            {
                MerchantId = row.MerchantId,
                OutTradeNo = row["OrderNo"],
                IsHold = false,
                IsDebit = true,
                Fen = fen,
                Subject = row["ProductName"],
                Description = row["AgentSignNo"],
                At = at,
                Deadline = null,
                LinkType = string.Empty,
                Commodity = row["CommodityType"],
                Remarks = row["Remark"],
                ServerNotifies = false,
                NotifyUrl = string.Empty,
            },
        };
    }

    private static string? WrongBatch(
        TrustPayRequest request, TrustPayRequest batch, int rows)
        => request["CurrencyCode"] is not "156" ? "CurrencyCode"
            : !BatchRules.IsBatchNo(batch["BatchNo"], BatchNoMax) ? "BatchNo"
            : !PayOrderRules.IsMoment(batch["BatchDate"], batch["BatchTime"]) ? "BatchDate"
            : rows == 0 ? "Details"
            : !BatchRules.IsCount(batch["AgentCount"], rows) ? "AgentCount"
            : Yuan.Parse(batch["AgentAmount"]) is null ? "AgentAmount"
            : null;

    private static string? WrongRow(TrustPayRequest row, int at) => row switch
    {
        _ when !BatchRules.IsSeqNo(row["SeqNo"], at) => "SeqNo",
        _ when !PayOrderRules.IsNumber(row["OrderNo"]) => "OrderNo",
        _ when row["AgentSignNo"].Length == 0 => "AgentSignNo",
        _ when !(Yuan.Parse(row["AgentAmount"]) > 0) => "AgentAmount",
        _ when row["InstallmentMark"] is not "0" => "InstallmentMark",
        _ when row["ProductName"].Length == 0 => "ProductName",
        _ when row["IsBreakAccount"] is not "0" => "IsBreakAccount",
        _ => null,
    };
}
