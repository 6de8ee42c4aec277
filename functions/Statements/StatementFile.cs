using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Statements;

/// <summary>
/// A statement as CSV: a line of names, a line for each movement, a line of totals. Amounts are
/// yuan with two decimals. Texts that a spreadsheet would run begin with an apostrophe.
/// </summary>
internal sealed class StatementFile : IDisposable
{
    private static readonly string[] Names =
    [
        "time", "kind", "transaction_id", "out_trade_no", "out_request_no", "channel",
        "channel_trade_no", "amount", "fee", "net",
    ];

    private readonly MemoryStream bytes = new();
    private readonly CsvWriter csv;

    private StatementSums sums;

    /// <summary>A file with its line of names.</summary>
    /// <param name="encoding">Its characters; the writer puts the encoding's mark in front.</param>
    public StatementFile(Encoding encoding)
    {
        csv = new CsvWriter(
            new StreamWriter(bytes, encoding, leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        Line(Names);
    }

    /// <summary>Adds a movement.</summary>
    public void Add(StatementRow row)
    {
        sums = sums.With(row);
        Line(
        [
            TimeOf(row.At), WordOf(row.Kind), row.TransactionId, CsvCell.Safe(row.OutTradeNo),
            CsvCell.Safe(row.OutRequestNo), row.Product, CsvCell.Safe(row.ChannelTradeNo),
            CsvCell.Yuan(row.AmountFen), CsvCell.Yuan(row.FeeFen), CsvCell.Yuan(row.NetFen),
        ]);
    }

    /// <summary>Adds the totals, and ends the file.</summary>
    public byte[] Finish()
    {
        Line(
        [
            "total", string.Create(
                CultureInfo.InvariantCulture, $"{sums.Payments} payments, {sums.Refunds} refunds"),
            "", "", "", "", "",
            CsvCell.Yuan(sums.PaymentFen - sums.RefundFen), CsvCell.Yuan(sums.FeeFen),
            CsvCell.Yuan(sums.NetFen),
        ]);
        csv.Flush();
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        csv.Dispose();
        bytes.Dispose();
    }

    private static string TimeOf(DateTimeOffset at)
        => BeijingDay.Local(at).ToString(
            "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string WordOf(StatementKind kind) => kind switch
    {
        StatementKind.Payment => "PAYMENT",
        StatementKind.Refund => "REFUND",
        _ => "REFUND_FAILED",
    };

    private void Line(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
