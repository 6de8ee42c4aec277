using System.Text.Json.Nodes;
using PayFunctions.MerchantApi;

namespace PayFunctions.Batches;

/// <summary>Batches as JSON.</summary>
internal static class BatchJson
{
    private const string RefundFee = "refund_fee";
    private const string TotalFee = "total_fee";

    /// <summary>A batch.</summary>
    public static JsonObject Of(Batch batch)
    {
        var json = new JsonObject
        {
            ["batch_no"] = batch.BatchNo,
            ["batch_state"] = batch.State.ToString().ToUpperInvariant(),
            ["rows"] = batch.Rows,
            [batch.Kind == BatchKind.Debit ? TotalFee : RefundFee] = batch.TotalFen,
            ["time_created"] = PaymentJson.Time(batch.CreatedAt),
        };
        if (batch.WrongRow is { } wrong)
        {
            json["wrong_row"] = wrong;
            json["wrong_code"] = batch.WrongCode;
        }

        return json;
    }

    /// <summary>Adds what its rows came to.</summary>
    public static void Add(JsonObject json, BatchSums sums)
    {
        json["succeeded"] = sums.Succeeded;
        json["succeeded_fee"] = sums.SucceededFen;
        json["processing"] = sums.Processing;
        json["failed"] = sums.Failed;
    }

    /// <summary>A row.</summary>
    public static JsonNode Of(BatchKind kind, BatchRow row)
    {
        var isDebit = kind == BatchKind.Debit;
        var json = new JsonObject
        {
            ["row"] = row.Number,
            [isDebit ? "agreement_id" : "transaction_id"] = row.Order,
            [isDebit ? "out_trade_no" : "out_request_no"] = row.OutRequestNo,
            [isDebit ? TotalFee : RefundFee] = row.Fen,
            ["outcome"] = row.Outcome switch
            {
                null => "WAITING",
                RowOutcome.Processing => "PROCESSING",
                RowOutcome.Succeeded => "SUCCESS",
                RowOutcome.Failed => "FAILED",
                _ => "REFUSED",
            },
        };
        PaymentJson.Add(json, "failure", row.Failure);
        return json;
    }
}
