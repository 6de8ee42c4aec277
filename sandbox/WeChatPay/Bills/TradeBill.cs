using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The text of a trade bill.</summary>
internal static class TradeBill
{
    private const string Before =
        "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,"
        + "货币种类,应结订单金额,代金券金额,";

    private const string OfRefunds = "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,";

    private const string After = "商品名称,商户数据包,手续费,费率,订单金额,";

    private const string Last = "费率备注";

    private static readonly string[] Bare = ["总交易单数", "应结订单总金额", "手续费总金额", "订单总金额"];

    private static readonly string[] Whole =
    [
        "总交易单数", "应结订单总金额", "退款总金额", "充值券退款总金额", "手续费总金额", "订单总金额",
        "申请退款总金额",
    ];

    /// <summary>Writes it.</summary>
    /// <param name="kind">Which columns.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="options">Fee and layout.</param>
    /// <param name="tooMany">How many rows more the summary claims than there are.</param>
    public static string Write(
        BillKind kind, IReadOnlyList<BillRow> rows, BillOptions options, int tooMany)
    {
        var columns = Columns(kind).Split(',');
        var sums = kind is BillKind.Success ? Bare : Whole;
        string[] lines =
        [
            string.Join(',', columns),
            .. rows.Select(r => Line(
                columns.Select(c => r.Value(c, options.FeePerTenThousand)))),
            string.Join(',', sums),
            Line(sums.Select(s => Sum(s, rows, options.FeePerTenThousand, tooMany))),
        ];
        var end = options.IsPlain ? "\n" : "\r\n";
        return (options.IsPlain ? string.Empty : "\uFEFF")
            + string.Concat(lines.Select(l => l + end));
    }

    /// <summary>The columns of a kind.</summary>
    public static string Columns(BillKind kind)
        => kind switch
        {
            BillKind.All => Before + OfRefunds + After + "申请退款金额," + Last,
            BillKind.Success => Before + After + Last,
            _ => Before + "退款申请时间,退款成功时间," + OfRefunds + After + "申请退款金额," + Last,
        };

    /// <summary>Every value has a backtick before it, so that no program takes it for a number.
    /// </summary>
    private static string Line(IEnumerable<string> values)
        => string.Join(',', values.Select(static v => "`" + v));

    private static string Sum(
        string name, IReadOnlyList<BillRow> rows, long perTenThousand, int tooMany)
        => name switch
        {
            "总交易单数" => (rows.Count + tooMany).ToString(CultureInfo.InvariantCulture),
            "应结订单总金额" => Yuan.Format(rows.Sum(static r => r.SettledFen)),
            "退款总金额" => Yuan.Format(rows.Sum(static r => r.ReturnedFen)),
            "手续费总金额" => Yuan.Format(rows.Sum(r => r.FeeFen(perTenThousand))) + "000",
            "订单总金额" => Yuan.Format(rows.Sum(static r => r.OrderFen)),
            "申请退款总金额" => Yuan.Format(rows.Sum(static r => r.AskedFen)),
            _ => Yuan.Format(0),
        };
}
