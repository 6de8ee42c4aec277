using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

public sealed class RetryAfterRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData(" 120\t", 120)]
    [InlineData("86399", 86399)]
    [InlineData("86400", 86400)]
    [InlineData("86401", 86400)]
    [InlineData("99999999999999999999999999", 86400)]
    [InlineData("Sun, 01 Mar 2026 12:05:00 GMT", 300)]
    [InlineData("Sun Mar  1 12:05:00 2026", 300)]
    [InlineData("Sun, 01 Mar 2026 11:00:00 GMT", 0)]
    [InlineData("Sun, 01 Mar 2037 12:00:00 GMT", 86400)]
    public void A_wait_is_read_and_kept_between_nothing_and_a_day(string text, int seconds)
    {
        RetryAfterRules.Read(text, Noon).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("\uff11")]
    [InlineData("tomorrow")]
    [InlineData("2026-03-01T12:05:00Z")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Anything_else_asks_for_nothing(string? text)
    {
        RetryAfterRules.Read(text, Noon).ShouldBeNull();
    }
}
