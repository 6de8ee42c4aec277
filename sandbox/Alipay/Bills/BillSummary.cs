using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The file of a bill with a row for each store, and one for all.</summary>
internal static class BillSummary
{
    private const string Zero = "0.00";

    private const string Header =
        "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,"
        + "商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）";

    /// <summary>The file's text.</summary>
    public static string Write(BillDay day, IReadOnlyList<BillRow> rows)
        => BillCsv.Join(
        [
            .. day.Head("业务汇总", "业务汇总列表"),
            Header,
            .. rows
                .GroupBy(static r => r.Order.StoreId, StringComparer.Ordinal)
                .OrderBy(static s => s.Key, StringComparer.Ordinal)
                .Select(static s => Row(s.Key, s.First().Order.StoreName, [.. s])),
            Row("合计", string.Empty, rows),
            BillDay.Rule("业务汇总列表结束"),
            day.Foot(),
        ]);

    private static string Row(string store, string name, IReadOnlyList<BillRow> rows)
    {
        var refunds = rows.Count(static r => r.IsRefund);
        var fen = rows.Sum(static r => r.Fen);
        var fee = rows.Sum(static r => r.FeeFen);
        return string.Join(
            ',',
            BillCsv.Text(store), BillCsv.Text(name), rows.Count - refunds, refunds,
            Yuan.Format(fen), Yuan.Format(fen), Zero, Zero, Zero, Yuan.Format(fee), Zero,
            Yuan.Format(fen + fee));
    }
}
