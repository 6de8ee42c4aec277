using PayFunctions.Cashier;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>Amounts and times as a payer reads them.</summary>
public sealed class AmountTextTests
{
    [Theory]
    [InlineData(1, "¥0.01")]
    [InlineData(10, "¥0.10")]
    [InlineData(99, "¥0.99")]
    [InlineData(100, "¥1.00")]
    [InlineData(123_456, "¥1,234.56")]
    [InlineData(Money.MaxFen, "¥100,000,000.00")]
    public void Fen_are_shown_as_yuan(long fen, string text)
    {
        AmountText.Of(Money.OfFen(fen)).ShouldBe(text);
    }

    [Theory]
    [InlineData(0, "0:00:00")]
    [InlineData(59, "0:00:59")]
    [InlineData(60, "0:01:00")]
    [InlineData(7_147, "1:59:07")]
    [InlineData(1_296_000, "360:00:00")]
    public void Time_left_is_shown_as_a_clock(long seconds, string text)
    {
        TimeLeftText.Of(seconds).ShouldBe(text);
    }

    [Fact]
    public void A_part_of_a_second_counts_as_one_and_the_past_as_none()
    {
        var now = DateTimeOffset.UnixEpoch;

        TimeLeftText.Seconds(now.AddMilliseconds(1), now).ShouldBe(1);
        TimeLeftText.Seconds(now, now).ShouldBe(0);
        TimeLeftText.Seconds(now.AddHours(-1), now).ShouldBe(0);
    }
}
