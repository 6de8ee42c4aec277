using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PayFunctions.MerchantApi;

namespace PayFunctions.Clearing;

/// <summary>
/// A day's payouts as CSV, in yuan. It says what was calculated, which does not change: asked for
/// again it is the same, byte for byte.
/// </summary>
internal static class PayoutFile
{
    private static readonly string[] Names =
    [
        "date", "app_id", "payments", "payment_amount", "refunds", "refund_amount", "fees", "net",
        "late", "carried_in", "payout", "carried_out", "due_on",
    ];

    /// <summary>The file.</summary>
    public static byte[] Write(IReadOnlyList<DayClearing> clearings)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(
            new StreamWriter(bytes, new UTF8Encoding(false), leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Line(csv, Names);
            foreach (var clearing in clearings)
            {
                Line(csv, Cells(clearing));
            }
        }

        return bytes.ToArray();
    }

    private static string[] Cells(DayClearing clearing) =>
    [
        Text(clearing.Day), CsvCell.Safe(clearing.AppId), Text(clearing.Sums.Payments),
        CsvCell.Yuan(clearing.Sums.PaymentFen), Text(clearing.Sums.Refunds),
        CsvCell.Yuan(clearing.Sums.RefundFen), CsvCell.Yuan(clearing.Sums.FeeFen),
        CsvCell.Yuan(clearing.Sums.NetFen), CsvCell.Yuan(clearing.LateFen),
        CsvCell.Yuan(clearing.CarriedInFen), CsvCell.Yuan(clearing.PayoutFen),
        CsvCell.Yuan(clearing.CarriedOutFen), Text(clearing.DueOn),
    ];

    private static string Text(DateOnly day)
        => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Line(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
