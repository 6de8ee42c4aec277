using PayFunctions.MerchantApi;

namespace PayFunctions.Tests.MerchantApi;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("A=1", "A=1")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void No_spreadsheet_runs_a_text(string? text, string safe)
        => CsvCell.Safe(text).ShouldBe(safe);

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(7, "0.07")]
    [InlineData(-880, "-8.80")]
    [InlineData(123_456_789_01, "123456789.01")]
    public void Fen_are_written_as_yuan(long fen, string yuan)
        => CsvCell.Yuan(fen).ShouldBe(yuan);
}
