using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Simulation;

public sealed class YuanTests
{
    [Theory]
    [InlineData("1", 100L)]
    [InlineData("0.01", 1L)]
    [InlineData("0.00", 0L)]
    [InlineData("88.8", 8880L)]
    [InlineData("999999999.99", 99_999_999_999L)]
    [InlineData("1000000000", null)]
    [InlineData("1.001", null)]
    [InlineData("-1", null)]
    [InlineData("1e2", null)]
    [InlineData("1,00", null)]
    [InlineData("", null)]
    public void An_amount_has_at_most_two_decimals_and_no_sign(string text, long? fen)
        => Yuan.Parse(text).ShouldBe(fen);

    [Theory]
    [InlineData(0L, "0.00")]
    [InlineData(1L, "0.01")]
    [InlineData(10_000_000_000L, "100000000.00")]
    [InlineData(-880L, "-8.80")]
    [InlineData(-5L, "-0.05")]
    public void An_amount_is_written_with_two_decimals(long fen, string text)
        => Yuan.Format(fen).ShouldBe(text);
}
