using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>The text of a day's bill.</summary>
internal static class Bill
{
    /// <summary>Payments and refunds.</summary>
    public const string Whole = "0";

    /// <summary>Payments.</summary>
    public const string Payments = "1";

    /// <summary>Refunds.</summary>
    public const string Refunds = "2";

    private const string WholeHeader =
        "交易时间,财付通订单号,商家订单号,支付类型,银行订单号,交易状态,订单交易金额,退款单号,退款金额,退款状态,交易说明";

    private const string PaymentsHeader =
        "支付成功时间,财付通订单号,商家订单号,支付类型,银行订单号,支付金额（元）,订单状态,交易说明";

    private const string RefundsHeader =
        "退款申请时间,退款成功时间,支付成功时间,商户订单号,财付通订单号,支付类型,银行订单号,退款单号,交易状态,"
        + "订单金额,退款金额,退款状态,交易说明";

    private const string End = "总交易单数, 总交易金额, 总退款金额";

    /// <summary>The bill; null where nothing happened.</summary>
    /// <param name="trades">A merchant's trades.</param>
    /// <param name="day">The day's first moment.</param>
    /// <param name="kind">One of the three.</param>
    public static string? Write(IEnumerable<Trade> trades, DateTimeOffset day, string kind)
    {
        BillRow[] rows =
        [
            .. trades.SelectMany(static t => Rows(t))
                .Where(r => r.At >= day && r.At < BeijingTime.Midnight(day)
                    && (kind is Whole || (kind is Refunds) == (r.Refund is not null)))
                .OrderBy(static r => r.At),
        ];
        if (rows.Length == 0)
        {
            return null;
        }

        var (header, line) = kind switch
        {
            Payments => (PaymentsHeader, (Func<BillRow, string>)(static r => r.Payment())),
            Refunds => (RefundsHeader, static r => r.Repayment()),
            _ => (WholeHeader, static r => r.Whole()),
        };
        var total = string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Length},{Sum(rows, static r => r.Refund is null ? r.Trade.Order.Fen : 0)},"
            + $"{Sum(rows, static r => r.Refund?.Fen ?? 0)},");
        return string.Concat(
            rows.Select(line).Prepend(header).Append(End).Append(total)
                .Select(static l => l + "\r\n"));
    }

    private static IEnumerable<BillRow> Rows(Trade trade)
        => trade.Paid is { } paid
            ? trade.Refunds.Where(static r => r.IsDone)
                .Select(r => new BillRow(r.Reached, trade, r))
                .Prepend(new BillRow(paid, trade, null))
            : [];

    private static string Sum(BillRow[] rows, Func<BillRow, long> fen)
        => Yuan.Format(rows.Sum(fen));
}
