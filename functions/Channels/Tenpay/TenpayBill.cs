using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// The bill of payments and refunds: a line of names, lines that begin with a backtick, a line of
/// names for the totals, the totals. It names no fees. A failure comes as a page in its place.
/// </summary>
internal static partial class TenpayBill
{
    private const char Mark = '`';
    private const int PatternTimeout = 1_000;
    private const string NoRefund = "0";

    private static class Columns
    {
        public const string At = "交易时间";
        public const string TradeNo = "财付通订单号";
        public const string OutTradeNo = "商家订单号";
        public const string State = "交易状态";
        public const string Total = "订单交易金额";
        public const string RefundNo = "退款单号";
        public const string Refunded = "退款金额";
    }

    /// <summary>The rows. The reading ends well only if the totals are those of the rows.</summary>
    /// <exception cref="BillBrokenException">They are not, or it is no bill.</exception>
    /// <exception cref="BillAbsentException">It is the word that there is none.</exception>
    public static async IAsyncEnumerable<BillRow> ReadAsync(
        BillLines lines, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = Split(Head(await lines.ReadAsync(cancellation)));
        var (rows, paid, refunded) = (0L, 0L, 0L);
        string? line;
        while ((line = await lines.ReadAsync(cancellation))?.StartsWith(Mark) == true)
        {
            var row = Row(names, Split(line));
            rows++;
            (paid, refunded) = row.Kind == BillRowKind.Payment
                ? (paid + row.Total.Fen, refunded)
                : (paid, refunded + row.Total.Fen);
            yield return row;
        }

        var totals = Split(await lines.ReadAsync(cancellation) ?? "");
        if (line is null || totals.Length < 3)
        {
            throw new BillBrokenException("the bill ends without its totals");
        }

        if (!string.Equals(
                totals[0], FormattableString.Invariant($"{rows}"), StringComparison.Ordinal)
            || Fen(totals[1], "总交易金额") != paid || Fen(totals[2], "总退款金额") != refunded)
        {
            throw new BillBrokenException("the bill's totals are not those of its rows");
        }
    }

    /// <summary>Codes that stand where the bill would: 03020003 and 03020120 come before it is
    /// made, 03020123 when nothing moved.</summary>
    private static string Head(string? line)
    {
        var match = FailurePattern().Match(line ?? "");
        return !match.Success
            ? line ?? throw new BillBrokenException("the bill is empty")
            : match.Groups["code"].Value switch
            {
                "03020003" or "03020120" => throw new BillAbsentException(false, match.Value),
                "03020123" => throw new BillAbsentException(true, match.Value),
                _ => throw new BillBrokenException($"Tenpay says {match.Value}"),
            };
    }

    private static BillRow Row(string[] names, string[] cells)
    {
        var refund = Text(Columns.RefundNo);
        var isRefund = refund is not (NoRefund or "");
        var total = Money.OfFen(
            Fen(Text(isRefund ? Columns.Refunded : Columns.Total), Columns.Total));
        return new BillRow(
            isRefund ? BillRowKind.Refund : BillRowKind.Payment,
            BeijingClock.TryRead(Text(Columns.At), BeijingClock.Spaced, out var at)
                ? at
                : throw Unreadable(Columns.At),
            Text(Columns.TradeNo),
            Text(Columns.OutTradeNo),
            isRefund ? refund : null,
            OutRefundNo: null,
            total, total, FeeMilliFen: 0, Text(Columns.State));

        string Text(string column)
            => Array.IndexOf(names, column) is >= 0 and var at && at < cells.Length
                ? cells[at]
                : throw Unreadable(column);
    }

    /// <summary>Cells without the blanks around them, and without one backtick in front.</summary>
    private static string[] Split(string line)
        =>
        [
            .. line.Split(',').Select(static cell => cell.Trim() is [Mark, .. var rest]
                ? rest
                : cell.Trim()),
        ];

    private static long Fen(string text, string column)
        => YuanText.TryRead(text, out var money) ? money.Fen : throw Unreadable(column);

    private static BillBrokenException Unreadable(string column)
        => new($"the bill's column {column} is missing or cannot be read");

    [GeneratedRegex(
        "(?<code>[0-9]{8}):[^<]*", RegexOptions.ExplicitCapture, PatternTimeout)]
    private static partial Regex FailurePattern();
}
