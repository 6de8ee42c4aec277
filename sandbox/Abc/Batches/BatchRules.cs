using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>
/// What both kinds of batches have to keep to. That the places of the rows are counted from 1, and
/// that no number is there twice, is not documented.
/// </summary>
internal static class BatchRules
{
    /// <summary>The most rows. Documented for refunds only.</summary>
    public const int RowsMaximum = 10_000;

    /// <summary>Whether a text is a number of a batch.</summary>
    public static bool IsBatchNo(string text, int maximum)
        => text.Length <= maximum && PayOrderRules.IsNumber(text);

    /// <summary>Whether a text counts the rows, and these are not too many.</summary>
    public static bool IsCount(string text, int rows)
        => rows <= RowsMaximum && IsNumeral(text, rows);

    /// <summary>Whether a text is the place of a row, from 0 in the list and 1 in the text.
    /// </summary>
    public static bool IsSeqNo(string text, int at) => IsNumeral(text, at + 1);

    /// <summary>Why the rows do not go together; null where they do.</summary>
    public static ReturnCode? Refusal(IReadOnlyList<BatchRow> rows, string total)
        => rows.DistinctBy(static r => r.Number, StringComparer.Ordinal).Count() < rows.Count
            ? ReturnCode.Duplicated
            : Yuan.Parse(total) != rows.Sum(static r => r.Fen) ? ReturnCode.AmountWrong
            : null;

    private static bool IsNumeral(string text, int number)
        => string.Equals(
            text, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
