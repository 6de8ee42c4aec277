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

    private static class Columns
    {
        public const string TradeNo = "支付宝交易号";
        public const string OutTradeNo = "商户订单号";
        public const string Kind = "业务类型";
        public const string At = "完成时间";
        public const string Total = "订单金额（元）";
        public const string Received = "商家实收（元）";
        public const string RequestNo = "退款批次号/请求号";
        public const string Fee = "服务费（元）";
    }

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

        var (payments, refunds) = (default(Sum), default(Sum));
        while (await NextAsync(csv))
        {
            cancellation.ThrowIfCancellationRequested();
            var row = Row(csv);
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
    private static BillRow Row(CsvReader csv)
    {
        var kind = Text(csv, Columns.Kind) switch
        {
            Payment => BillRowKind.Payment,
            Refund => BillRowKind.Refund,
            _ => throw Unreadable(Columns.Kind),
        };
        var fee = Fen(csv, Columns.Fee) * MilliFenInFen;
        return new BillRow(
            kind,
            BeijingClock.TryRead(Text(csv, Columns.At), BeijingClock.Spaced, out var at)
                ? at
                : throw Unreadable(Columns.At),
            Filled(csv, Columns.TradeNo),
            Filled(csv, Columns.OutTradeNo),
            ChannelRefundNo: null,
            kind == BillRowKind.Refund ? Text(csv, Columns.RequestNo) : null,
            Money.OfFen(Fen(csv, Columns.Total)),
            Money.OfFen(Fen(csv, Columns.Received)),
            kind == BillRowKind.Payment ? fee : -fee,
            Text(csv, Columns.Kind)!);
    }

    private static string? Text(CsvReader csv, string column)
        => csv.TryGetField<string>(column, out var text)
            ? text is "" ? null : text
            : throw Unreadable(column);

    private static string Filled(CsvReader csv, string column)
        => Text(csv, column) ?? throw Unreadable(column);

    /// <summary>An amount without its sign.</summary>
    private static long Fen(CsvReader csv, string column)
        => Text(csv, column) is { } text
            && YuanText.TryRead(text.TrimStart('-'), out var money)
                ? money.Fen
                : throw Unreadable(column);

    private static BillBrokenException Unreadable(string column)
        => new($"the bill's column {column} is missing or cannot be read");

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sum(long Count, long Fen)
    {
        public Sum With(BillRow row) => new(Count + 1, Fen + row.Settled.Fen);
    }
}
