using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>Requests about batches, and what their answers show.</summary>
internal static class BatchRequests
{
    /// <summary>How long a batch waits by default.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    /// <summary>A request of the bank's SDK as it was, to the byte.</summary>
    public static byte[] Golden(string name)
        => Encoding.UTF8.GetBytes(
            AbcVectors.Named(AbcVectors.SdkRequests, name).Text("request_body_utf8"));

    /// <summary>A batch of refunds.</summary>
    /// <param name="batchNo">Its number.</param>
    /// <param name="rows">Number, amount in fen and order of each.</param>
    public static string Refunds(
        string batchNo, params IReadOnlyList<(string Number, int Fen, string Order)> rows)
        => $$"""
            {"TrxType":"BatchRefund","BatchNo":"{{batchNo}}","BatchDate":"2026/01/02",
            "BatchTime":"10:00:00","MerRefundAccountNo":"","MerRefundAccountName":"",
            "TotalCount":"{{rows.Count}}","TotalAmount":"{{Yuan(rows.Sum(static r => r.Fen))}}",
            "OrderData":[{{string.Join(',', rows.Select(static (r, at) => $$"""
                {"SeqNo":"{{at + 1}}","OrderNo":"{{r.Order}}","NewOrderNo":"{{r.Number}}",
                "CurrencyCode":"156","RefundAmount":"{{Yuan(r.Fen)}}","Remark":"备注"}
                """))}}]}
            """;

    public static string AboutRefunds(
        string serial, string date = "2026/01/02", string time = "10:00:00")
        => $$"""
            {"TrxType":"QueryBatchRefund","BatchDate":"{{date}}","BatchTime":"{{time}}",
            "SerialNumber":"{{serial}}"}
            """;

    /// <summary>A batch of debits.</summary>
    /// <param name="batchNo">Its number.</param>
    /// <param name="rows">Number, amount in fen and agreement of each.</param>
    public static string Debits(
        string batchNo, params IReadOnlyList<(string Number, int Fen, string SignNo)> rows)
        => $$"""
            {"TrxType":"AgentBatch","ReceiveAccount":"","ReceiveAccName":"",
            "CurrencyCode":"156","AgentBatch":{"BatchNo":"{{batchNo}}",
            "BatchDate":"2026/01/02","BatchTime":"10:00:00","AgentCount":"{{rows.Count}}",
            "AgentAmount":"{{Yuan(rows.Sum(static r => r.Fen))}}"},
            "Details":[{{string.Join(',', rows.Select(static (r, at) => $$"""
                {"SeqNo":"{{at + 1}}","OrderNo":"{{r.Number}}","AgentSignNo":"{{r.SignNo}}",
                "CardNo":"","AgentAmount":"{{Yuan(r.Fen)}}","InstallmentMark":"0",
                "CommodityType":"0101","ProductName":"水费","Remark":"","IsBreakAccount":"0"}
                """))}}]}
            """;

    public static string AboutDebits(string batchNo, string date = "2026/01/02")
        => $$"""{"TrxType":"AgentBatchQuery","BatchNo":"{{batchNo}}","BatchDate":"{{date}}"}""";

    /// <summary>BatchStatus, and behind it the OrderStatus of each row.</summary>
    public static string Shown(this BankAnswer answer)
    {
        answer.Code.ShouldBe("0000", answer.Text);
        return $"{answer["BatchStatus"]}:{string.Concat(
            answer.Rows().Select(static r => r.Text("OrderStatus")))}";
    }

    public static IReadOnlyList<JsonElement> Rows(this BankAnswer answer)
        => [.. answer.Fields.GetProperty(
            answer["TrxType"] is "AgentBatchQuery" ? "AgentBatchDetail" : "Order")
            .EnumerateArray()];

    private static string Yuan(int fen)
        => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
