using System.Globalization;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayTimeTests
{
    [Fact]
    public void Moments_are_written_in_China_s_time_in_every_culture()
    {
        foreach (var culture in (string[])["", "tr-TR", "zh-CN", "ar-SA", "th-TH", "fi-FI"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            BeijingClock.Write(An.Now.AddMilliseconds(999), BeijingClock.Spaced)
                .ShouldBe("2026-01-02 03:04:05");
            BeijingClock.TryRead("2026-01-02 03:04:05", BeijingClock.Spaced, out var read)
                .ShouldBeTrue();
            read.ShouldBe(An.Now);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-01-02 03:04:05.123")]
    [InlineData("2026-1-2 3:4:5")]
    [InlineData("2026-02-30 00:00:00")]
    [InlineData("2026-01-02 24:00:00")]
    [InlineData(" 2026-01-02 03:04:05")]
    [InlineData("0001-01-01 00:00:00")]
    public void Other_forms_are_refused(string? text)
    {
        BeijingClock.TryRead(text, BeijingClock.Spaced, out _).ShouldBeFalse();
    }
}
