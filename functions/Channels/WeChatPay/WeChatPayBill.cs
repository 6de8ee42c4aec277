using System.Runtime.CompilerServices;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// The trade bill, in the layouts ALL, SUCCESS (without the columns of refunds) and REFUND (with
/// their times). Columns are found by their names, and the sums are held against the totals.
/// </summary>
internal static class WeChatPayBill
{
    private const string Payment = "SUCCESS";
    private const string Refund = "REFUND";
    private const string Reversal = "REVOKED";
    private const string Nothing = "0";
    private const string Count = "总交易单数";

    /// <summary>Columns that are summed up, with the names of their totals.</summary>
    private static readonly (string Column, string Total)[] Summed =
    [
        (Columns.Settled, "应结订单总金额"), (Columns.Refunded, "退款总金额"),
        (Columns.CouponRefunded, "充值券退款总金额"), (Columns.Fee, "手续费总金额"),
        (Columns.Total, "订单总金额"), (Columns.Asked, "申请退款总金额"),
    ];

    /// <summary>Totals that every layout has.</summary>
    private static readonly string[] Required = [Count, "手续费总金额", "订单总金额"];

    private static class Columns
    {
        public const string At = "交易时间";
        public const string TradeNo = "微信订单号";
        public const string OutTradeNo = "商户订单号";
        public const string State = "交易状态";
        public const string Settled = "应结订单金额";
        public const string RefundNo = "微信退款单号";
        public const string OutRefundNo = "商户退款单号";
        public const string Refunded = "退款金额";
        public const string CouponRefunded = "充值券退款金额";
        public const string RefundState = "退款状态";
        public const string Fee = "手续费";
        public const string Total = "订单金额";
        public const string Asked = "申请退款金额";
    }

    /// <summary>The rows. The reading ends well only if the file is whole and its totals are the
    /// sums of its rows.</summary>
    /// <exception cref="BillBrokenException">It does not.</exception>
    public static async IAsyncEnumerable<BillRow> ReadAsync(
        Stream file, string sha1, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = new WeChatPayBillTable(file, sha1);
        var sums = new long[Summed.Length];
        var rows = 0L;
        await foreach (var cells in table.ReadAsync(cancellation))
        {
            rows++;
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += cells.Text(Summed[i].Column) is { } text
                    ? WeChatPayDecimal.TryRead(text) ?? throw Unreadable(Summed[i].Column)
                    : 0;
            }

            yield return Row(cells);
        }

        Compare(table.Totals, rows, sums);
    }

    private static void Compare(WeChatPayBillCells totals, long rows, long[] sums)
    {
        if (Array.Find(Required, n => totals.Text(n) is null) is { } missing)
        {
            throw new BillBrokenException($"the bill has no total {missing}");
        }

        if (totals.Number(Count) != rows * WeChatPayDecimal.One)
        {
            throw new BillBrokenException("the bill counts other rows than it has");
        }

        for (var i = 0; i < sums.Length; i++)
        {
            if (totals.Text(Summed[i].Total) is not null
                && totals.Number(Summed[i].Total) != sums[i])
            {
                throw new BillBrokenException($"the bill's total {Summed[i].Total} is another");
            }
        }
    }

    private static BillRow Row(WeChatPayBillCells cells)
    {
        var kind = cells.Text(Columns.State) switch
        {
            Payment => BillRowKind.Payment,
            Refund => BillRowKind.Refund,
            Reversal => BillRowKind.Reversal,
            _ => throw Unreadable(Columns.State),
        };
        var isPayment = kind == BillRowKind.Payment;
        return new BillRow(
            kind,
            BeijingClock.TryRead(cells.Text(Columns.At), BeijingClock.Spaced, out var at)
                ? at
                : throw Unreadable(Columns.At),
            cells.Text(Columns.TradeNo) ?? throw Unreadable(Columns.TradeNo),
            cells.Text(Columns.OutTradeNo) ?? throw Unreadable(Columns.OutTradeNo),
            isPayment ? null : NumberOf(cells, Columns.RefundNo),
            isPayment ? null : NumberOf(cells, Columns.OutRefundNo),
            Fen(cells, isPayment ? Columns.Total : Columns.Asked),
            Fen(cells, isPayment ? Columns.Settled : Columns.Refunded),
            cells.Number(Columns.Fee) ?? throw Unreadable(Columns.Fee),
            (isPayment ? cells.Text(Columns.State) : cells.Text(Columns.RefundState)) ?? "");
    }

    // Payments have a nought in these columns.
    private static string? NumberOf(WeChatPayBillCells cells, string column)
        => cells.Text(column) is { } number and not (Nothing or "") ? number : null;

    private static Money Fen(WeChatPayBillCells cells, string column)
        => cells.Number(column) is { } number and >= 0
            && number % WeChatPayDecimal.Fen == 0
                ? Money.OfFen(number / WeChatPayDecimal.Fen)
                : throw Unreadable(column);

    private static BillBrokenException Unreadable(string column)
        => new($"the bill's column {column} is missing or cannot be read");
}
