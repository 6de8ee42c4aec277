using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// A day's statement: records apart by <c>^^</c>, columns by <c>|</c>, the first record their
/// names; in GBK, packed by gzip, in base64, inside a signed answer. Columns are found by their
/// names, and the sums are held against those the answer says.
/// </summary>
internal static class AbcStatement
{
    /// <summary>The largest text of a day, in characters.</summary>
    public const int TextMax = 64 * 1024 * 1024;

    private const string Between = "^^";
    private const char Cell = '|';
    private const string RefundKind = "Refund";
    private const long MilliFenInFen = 1_000;

    private static readonly string[] FeeColumns = ["商户回佣手续费", "商户分期手续费"];

    /// <summary>The rows. The reading ends well only if they sum up to what the answer says.
    /// </summary>
    /// <exception cref="BillBrokenException">They do not, or cannot be read.</exception>
    public static IEnumerable<BillRow> Read(AbcAnswer answer)
    {
        var (payments, refunds) = (default(Sum), default(Sum));
        string[]? names = null;
        foreach (var record in RecordsOf(Unpack(answer)))
        {
            var cells = record.Split(Cell);
            if (names is null)
            {
                names = cells;
            }
            else if (record.Length > 0)
            {
                var row = Row(new Cells(names, cells));
                (payments, refunds) = row.Kind == BillRowKind.Payment
                    ? (payments.With(row), refunds)
                    : (payments, refunds.With(row));
                yield return row;
            }
        }

        Compare(answer, "NumOfPayments", "SumOfPayAmount", payments);
        Compare(answer, "NumOfRefunds", "SumOfRefundAmount", refunds);
    }

    /// <summary>One by one: the text alone is large enough.</summary>
    private static IEnumerable<string> RecordsOf(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf(Between, start, StringComparison.Ordinal) is >= 0 and var at
                ? at
                : text.Length;
            yield return text[start..end];
            start = end + Between.Length;
        }
    }

    private static void Compare(AbcAnswer answer, string count, string sum, Sum ours)
    {
        if (!answer.Says(count, FormattableString.Invariant($"{ours.Count}"))
            || !YuanText.TryRead(answer.Text(sum), out var total) || total.Fen != ours.Fen)
        {
            throw new BillBrokenException("the statement's totals are not those of its records");
        }
    }

    private static string Unpack(AbcAnswer answer)
    {
        try
        {
            using var packed = new MemoryStream(
                Convert.FromBase64String(answer.Text("ZIPDetailRecords") ?? ""));
            using var text = new StreamReader(
                new GZipStream(packed, CompressionMode.Decompress), TextCharset.Gbk.Encoding);
            var whole = new StringBuilder();
            var buffer = new char[8 * 1024];
            while (text.Read(buffer) is > 0 and var read)
            {
                if (whole.Length + read > TextMax)
                {
                    throw new BillBrokenException("the statement is too large");
                }

                whole.Append(buffer, 0, read);
            }

            return whole.ToString();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException
            or DecoderFallbackException)
        {
            throw new BillBrokenException("the statement cannot be unpacked", e);
        }
    }

    private static BillRow Row(Cells cells)
    {
        var isRefund = cells.Text("交易类型").Contains(RefundKind, StringComparison.Ordinal);
        var total = Money.OfFen(cells.Fen("交易金额"));
        var number = cells.Text("订单编号");
        return new BillRow(
            isRefund ? BillRowKind.Refund : BillRowKind.Payment,
            BeijingClock.TryRead(cells.Text("交易时间"), BeijingClock.Digits, out var at)
                ? at
                : throw Unreadable("交易时间"),
            cells.Text("9014流水号"),
            isRefund ? cells.Text("原订单号") : number,
            isRefund ? cells.Text("9014流水号") : null,
            isRefund ? number : null,
            total, total,
            FeeColumns.Sum(cells.Fen) * MilliFenInFen,
            cells.Text("交易类型"));
    }

    private static BillBrokenException Unreadable(string column)
        => new($"the statement's column {column} is missing or cannot be read");

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sum(long Count, long Fen)
    {
        public Sum With(BillRow row) => new(Count + 1, Fen + row.Total.Fen);
    }

    /// <summary>A record. An empty last column may be missing, or leave a separator behind.
    /// </summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Cells(string[] names, string[] values)
    {
        public string Text(string column)
        {
            var at = Array.IndexOf(names, column);
            return at < 0 || (at >= values.Length && at < names.Length - 1)
                ? throw Unreadable(column)
                : at < values.Length ? values[at].Trim() : "";
        }

        public long Fen(string column)
            => YuanText.TryRead(Text(column), out var money)
                ? money.Fen
                : throw Unreadable(column);
    }
}
