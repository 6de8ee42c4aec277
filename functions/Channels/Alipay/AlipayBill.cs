using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CsvHelper.Configuration;
using CsvHelper;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// The bill of trades: an archive with a file of details, as CSV in GBK between lines of comments.
/// Columns are found by their names, and the sums are held against the totals in the comments.
/// </summary>
internal static class AlipayBill
{
    private const string Details = "业务明细.csv";
    private const string Payment = "交易";
    private const string Refund = "退款";
    private const long MilliFenInFen = 1_000;

    private static readonly CsvConfiguration Layout = new(CultureInfo.InvariantCulture)
    {
        TrimOptions = TrimOptions.Trim,
        WhiteSpaceChars = ['\t', ' '],
        BadDataFound = static _ => throw new BillBrokenException("a cell of the bill is broken"),
        MissingFieldFound = static _ => throw new BillBrokenException(
            "a row of the bill does not fit its heading"),
        DetectColumnCountChanges = true,
        MaxFieldSize = BillLines.LineMax,
    };

    /// <summary>The rows. The reading ends well only if the file is whole and its totals are those
    /// of its rows.</summary>
    /// <exception cref="BillBrokenException">It does not.</exception>
    public static async IAsyncEnumerable<BillRow> ReadAsync(
        ZipArchive archive, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var entry = archive.Entries.SingleOrDefault(static e => e.Name.EndsWith(
                Details, StringComparison.Ordinal))
            ?? throw new BillBrokenException("the archive has no file of details");
        await using var file = await entry.OpenAsync(cancellation);
        using var text = new AlipayBillText(
            new BillLines(new StreamReader(file, TextCharset.Gbk.Encoding)));
        using var csv = new CsvReader(text, Layout);
        if (!await csv.ReadAsync() || !csv.ReadHeader())
        {
            throw new BillBrokenException("the bill has no heading");
        }

        var cells = new AlipayBillCells(csv);
        var (payments, refunds) = (default(Sum), default(Sum));
        while (await NextAsync(csv))
        {
            cancellation.ThrowIfCancellationRequested();
            var row = Row(cells);
            (payments, refunds) = row.Kind == BillRowKind.Payment
                ? (payments.With(row), refunds)
                : (payments, refunds.With(row));
            yield return row;
        }

        Compare(text.PaymentTotal, payments);
        Compare(text.RefundTotal, refunds);
    }

    private static async Task<bool> NextAsync(CsvReader csv)
    {
        try
        {
            return await csv.ReadAsync();
        }
        catch (CsvHelperException e)
        {
            throw new BillBrokenException("a row of the bill does not fit its heading", e);
        }
    }

    private static void Compare(AlipayBillTotal? total, Sum sum)
    {
        if (total is null)
        {
            throw new BillBrokenException("the bill ends without its totals");
        }

        if (total.Count != sum.Count || total.Fen != sum.Fen)
        {
            throw new BillBrokenException("the bill's totals are not those of its rows");
        }
    }

    /// <summary>What kind a row is decides its signs: those of the amounts differ between samples.
    /// </summary>
    private static BillRow Row(AlipayBillCells cells)
    {
        var kind = cells.Text(AlipayBillColumn.Kind) switch
        {
            Payment => BillRowKind.Payment,
            Refund => BillRowKind.Refund,
            _ => throw AlipayBillCells.Unreadable(AlipayBillColumn.Kind),
        };
        var fee = Fen(cells, AlipayBillColumn.Fee) * MilliFenInFen;
        return new BillRow(
            kind,
            BeijingClock.TryRead(
                cells.Text(AlipayBillColumn.At), BeijingClock.Spaced, out var at)
                ? at
                : throw AlipayBillCells.Unreadable(AlipayBillColumn.At),
            Filled(cells, AlipayBillColumn.TradeNo),
            Filled(cells, AlipayBillColumn.OutTradeNo),
            ChannelRefundNo: null,
            kind == BillRowKind.Refund ? cells.Text(AlipayBillColumn.RequestNo) : null,
            Money.OfFen(Fen(cells, AlipayBillColumn.Total)),
            Money.OfFen(Fen(cells, AlipayBillColumn.Received)),
            kind == BillRowKind.Payment ? fee : -fee,
            kind == BillRowKind.Payment ? Payment : Refund);
    }

    private static string Filled(AlipayBillCells cells, AlipayBillColumn column)
        => cells.Text(column) ?? throw AlipayBillCells.Unreadable(column);

    /// <summary>An amount without its sign.</summary>
    private static long Fen(AlipayBillCells cells, AlipayBillColumn column)
        => YuanText.TryRead(cells.Text(column).AsSpan().TrimStart('-'), out var money)
            ? money.Fen
            : throw AlipayBillCells.Unreadable(column);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sum(long Count, long Fen)
    {
        public Sum With(BillRow row) => new(Count + 1, Fen + row.Settled.Fen);
    }
}
