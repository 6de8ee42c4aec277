using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The file of a bill with a row for each payment and refund.</summary>
internal static class BillDetails
{
    private const string Zero = "0.00";

    private const string Header =
        "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,"
        + "对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,"
        + "券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,"
        + "分润（元）,备注";

    /// <summary>The file's text.</summary>
    public static string Write(BillDay day, IReadOnlyList<BillRow> rows)
        => BillCsv.Join(
        [
            .. day.Head("业务明细", "业务明细列表"),
            Header,
            .. rows.Select(Row),
            BillDay.Rule("业务明细列表结束"),
            Sum("交易", "商家实收共", "商家优惠共", [.. rows.Where(static r => !r.IsRefund)]),
            Sum("退款", "商家实收退款共", "商家优惠退款共", [.. rows.Where(static r => r.IsRefund)]),
            day.Foot(),
        ]);

    private static string Row(BillRow row)
    {
        var order = row.Order;
        var amount = Yuan.Format(row.Fen);
        return string.Join(
            ',',
            BillCsv.Text(row.TradeNo), BillCsv.Text(order.OutTradeNo),
            BillCsv.Text(row.IsRefund ? "退款" : "交易"), BillCsv.Text(order.Subject),
            BeijingTime.Format(row.Created), BeijingTime.Format(row.Completed),
            BillCsv.Text(order.StoreId), BillCsv.Text(order.StoreName),
            BillCsv.Text(order.OperatorId), BillCsv.Text(order.TerminalId),
            BillCsv.Text($"*三({Trade.BuyerLogon})"),
            amount, amount, Zero, Zero, Zero, Zero, Zero, BillCsv.Text(string.Empty), Zero, Zero,
            BillCsv.Text(row.RequestNo), Yuan.Format(row.FeeFen), Zero, BillCsv.Text(row.Remark));
    }

    private static string Sum(
        string kind, string got, string discount, IReadOnlyList<BillRow> rows)
        => $"#{kind}合计：{rows.Count}笔，{got}{Yuan.Format(rows.Sum(static r => r.Fen))}元，"
            + $"{discount}{Zero}元";
}
