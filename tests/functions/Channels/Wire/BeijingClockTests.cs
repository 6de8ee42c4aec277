using System.Globalization;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class BeijingClockTests
{
    private static readonly DateTimeOffset Moment
        = new DateTimeOffset(2026, 1, 1, 19, 4, 5, TimeSpan.Zero).AddMilliseconds(999);

    [Theory]
    [InlineData(BeijingClock.Spaced, "2026-01-02 03:04:05")]
    [InlineData(BeijingClock.Slashed, "2026/01/02 03:04:05")]
    [InlineData(BeijingClock.Digits, "20260102030405")]
    [InlineData(BeijingClock.Day, "20260102")]
    [InlineData(BeijingClock.SlashedDay, "2026/01/02")]
    [InlineData(BeijingClock.TimeOfDay, "03:04:05")]
    public void A_moment_is_written_in_GMT_plus_8_and_cut(string pattern, string text)
        => BeijingClock.Write(Moment, pattern).ShouldBe(text);

    [Theory]
    [InlineData(BeijingClock.Spaced, "2026-01-02 03:04:05")]
    [InlineData(BeijingClock.Slashed, "2026/01/02 03:04:05")]
    [InlineData(BeijingClock.Digits, "20260102030405")]
    public void A_moment_is_read_in_GMT_plus_8(string pattern, string text)
    {
        BeijingClock.TryRead(text, pattern, out var moment).ShouldBeTrue();

        moment.ShouldBe(new DateTimeOffset(2026, 1, 1, 19, 4, 5, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-01-02 03:04:05 ")]
    [InlineData("2026-01-02T03:04:05")]
    [InlineData("2026-1-2 3:4:5")]
    [InlineData("2026-02-29 00:00:00")]
    [InlineData("2026-01-02 24:00:00")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("２026-01-02 03:04:05")]
    public void Anything_else_is_no_moment(string? text)
        => BeijingClock.TryRead(text, BeijingClock.Spaced, out _).ShouldBeFalse();

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    public void No_culture_has_its_own_calendar_here(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            BeijingClock.Write(Moment, BeijingClock.Slashed).ShouldBe("2026/01/02 03:04:05");
            BeijingClock.TryRead("2026/01/02 03:04:05", BeijingClock.Slashed, out var read)
                .ShouldBeTrue();
            read.ToUnixTimeSeconds().ShouldBe(Moment.ToUnixTimeSeconds());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
