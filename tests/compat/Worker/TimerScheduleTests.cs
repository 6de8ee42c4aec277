using System.Globalization;
using Microsoft.Azure.Functions.Worker.Extensions.Timer;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class TimerScheduleTests
{
    // 1 March 2026 is a Sunday.
    [Theory]
    [InlineData("* * * * * *", "2026-03-01T12:00:00", "2026-03-01T12:00:01")]
    [InlineData("* * * * * *", "2026-03-01T12:00:00.5", "2026-03-01T12:00:01")]
    [InlineData("0 */5 * * * *", "2026-03-01T12:00:00", "2026-03-01T12:05:00")]
    [InlineData("0 */5 * * * *", "2026-03-01T12:04:59.999", "2026-03-01T12:05:00")]
    [InlineData("0 */5 * * * *", "2026-03-01T23:57:00", "2026-03-02T00:00:00")]
    [InlineData("30 10 2 * * *", "2026-03-01T02:10:29", "2026-03-01T02:10:30")]
    [InlineData("30 10 2 * * *", "2026-03-01T02:10:30", "2026-03-02T02:10:30")]
    [InlineData("15,45 * * * * *", "2026-03-01T12:00:20", "2026-03-01T12:00:45")]
    [InlineData("10-20/5 * * * * *", "2026-03-01T12:00:15", "2026-03-01T12:00:20")]
    [InlineData("10-20/5 * * * * *", "2026-03-01T12:00:20", "2026-03-01T12:01:10")]
    [InlineData("50/4 * * * * *", "2026-03-01T12:00:54", "2026-03-01T12:00:58")]
    [InlineData("50/4 * * * * *", "2026-03-01T12:00:58", "2026-03-01T12:01:50")]
    [InlineData("0 30-10 * * * *", "2026-03-01T12:09:00", "2026-03-01T12:10:00")]
    [InlineData("0 0 9-17/4 * * *", "2026-03-01T09:00:00", "2026-03-01T13:00:00")]
    [InlineData("0 0 9-17/4 * * *", "2026-03-01T17:00:00", "2026-03-02T09:00:00")]
    [InlineData("0 15,45 10,12 * * *", "2026-03-01T10:45:00", "2026-03-01T12:15:00")]
    [InlineData("0 0 0 31 * *", "2026-03-31T00:00:00", "2026-05-31T00:00:00")]
    [InlineData("0 0 0 1 Jan *", "2026-03-01T00:00:00", "2027-01-01T00:00:00")]
    [InlineData("0 0 0 1 february,OCT *", "2026-03-01T00:00:00", "2026-10-01T00:00:00")]
    [InlineData("0 0 0 1 jul-sep *", "2026-07-02T00:00:00", "2026-08-01T00:00:00")]
    [InlineData("0 0 6 * * Mon-Fri", "2026-02-27T06:00:00", "2026-03-02T06:00:00")]
    [InlineData("0 0 6 * * 0", "2026-03-01T06:00:00", "2026-03-08T06:00:00")]
    [InlineData("0 0 6 * * Saturday", "2026-03-01T06:00:00", "2026-03-07T06:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 0 29 2 Mon", "2026-03-01T00:00:00", "2044-02-29T00:00:00")]
    [InlineData("0 0 0 13 * Fri", "2026-03-14T00:00:00", "2026-11-13T00:00:00")]
    [InlineData("*/30 9 * * *", "2026-03-01T09:00:30", "2026-03-01T09:30:00")]
    [InlineData("  0   0  12 * * *  ", "2026-03-01T12:00:00", "2026-03-02T12:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:58", "2026-12-31T23:59:59")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:59", "2027-12-31T23:59:59")]
    [InlineData("00:00:30", "2026-03-01T12:00:07", "2026-03-01T12:00:37")]
    [InlineData("1.00:00:00", "2026-03-01T12:00:07", "2026-03-02T12:00:07")]
    public void A_schedule_names_the_next_occurrence(
        string text, string after, string expected)
    {
        var schedule = TimerSchedule.Parse(text);

        schedule.NextAfter(Utc(after)).ShouldBe(Utc(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * * *")]
    [InlineData("* 60 * * * *")]
    [InlineData("* * 24 * * *")]
    [InlineData("* * * 0 * *")]
    [InlineData("* * * 32 * *")]
    [InlineData("* * * * 0 *")]
    [InlineData("* * * * 13 *")]
    [InlineData("* * * * * 7")]
    [InlineData("* * * * * Mo")]
    [InlineData("* * * * Mon *")]
    [InlineData("-1 * * * * *")]
    [InlineData("+1 * * * * *")]
    [InlineData("1- * * * * *")]
    [InlineData("1-2-3 * * * * *")]
    [InlineData("1, * * * * *")]
    [InlineData("*/0 * * * * *")]
    [InlineData("*/x * * * * *")]
    [InlineData("*/2/2 * * * * *")]
    [InlineData("*/99999999999 * * * * *")]
    [InlineData("1.5 * * * * *")]
    [InlineData("? * * * * *")]
    [InlineData("0 0 0 31 2 *")]
    [InlineData("0 0 0 30,31 Feb *")]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    [InlineData("400.00:00:00")]
    [InlineData("soon")]
    public void What_is_no_schedule_is_refused(string text)
        => Should.Throw<FormatException>(() => TimerSchedule.Parse(text));

    [Theory]
    [InlineData("*/7 3-50/9 */5 1-28/3 * *")]
    [InlineData("0,13 59 23 * 2,4 1-5")]
    [InlineData("58-59 0 0,12 15 */3 Sun,Wed")]
    public void The_next_occurrence_is_the_first_second_that_matches_every_field(string text)
    {
        var schedule = TimerSchedule.Parse(text);
        var oracle = new SecondBySecond(text);
        var time = Utc("2026-01-30T23:59:50");

        for (var round = 0; round < 20; round++)
        {
            var next = schedule.NextAfter(time)!.Value;
            oracle.Matches(next).ShouldBeTrue(text);
            oracle.AnyBetween(time, next).ShouldBeFalse(text);
            time = next;
        }
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
