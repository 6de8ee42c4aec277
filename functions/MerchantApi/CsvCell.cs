using System.Globalization;

namespace PayFunctions.MerchantApi;

/// <summary>Values in files that people open with a spreadsheet.</summary>
internal static class CsvCell
{
    private const string Runs = "=+-@\t\r";

    /// <summary>A text that no spreadsheet runs as a formula: one that would begin so gets an
    /// apostrophe in front.</summary>
    public static string Safe(string? text)
        => text is { Length: > 0 } && Runs.Contains(text[0], StringComparison.Ordinal)
            ? "'" + text
            : text ?? "";

    /// <summary>Fen as yuan with two decimals and a point.</summary>
    public static string Yuan(long fen)
        => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
