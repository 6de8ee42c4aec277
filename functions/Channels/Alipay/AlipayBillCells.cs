using CsvHelper;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// The cells of the current row of a bill. Where each column stands is looked up once, in the
/// heading, and not in every row.
/// </summary>
/// <param name="csv">The bill, whose heading was read.</param>
internal sealed class AlipayBillCells(CsvReader csv)
{
    private static readonly string[] Names =
    [
        "支付宝交易号", "商户订单号", "业务类型", "完成时间", "订单金额（元）", "商家实收（元）",
        "退款批次号/请求号", "服务费（元）",
    ];

    private readonly IParser parser = csv.Parser;

    private readonly int[] places =
        [.. Names.Select(name => csv.GetFieldIndex(name, isTryGet: true))];

    /// <summary>A cell; null when it is empty.</summary>
    /// <exception cref="BillBrokenException">The bill has no such column.</exception>
    public string? Text(AlipayBillColumn column)
        => places[(int)column] is >= 0 and var place && place < parser.Count
            ? parser[place] is { Length: > 0 } text ? text : null
            : throw Unreadable(column);

    /// <summary>What is said of a cell that cannot be read.</summary>
    public static BillBrokenException Unreadable(AlipayBillColumn column)
        => new($"the bill's column {Names[(int)column]} is missing or cannot be read");
}
