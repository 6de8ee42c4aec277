using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Notifications;

namespace PayFunctions.Tests.Notifications;

public sealed class NotifyScheduleTests
{
    [Theory]
    [InlineData("default", 13, "3.08:03:00")]
    [InlineData("tenpay", 6, "01:03:00")]
    [InlineData("ipaynow", 8, "1.10:42:00")]
    [InlineData("alipay", 7, "1.00:24:00")]
    public void A_schedule_repeats_so_often_over_so_long(string name, int repeats, string total)
    {
        var schedule = NotifySchedule.Find(name).ShouldNotBeNull();

        var delays = Delays(schedule);

        delays.Count.ShouldBe(repeats);
        schedule.AttemptsMax.ShouldBe(repeats + 1);
        Sum(delays).ToString().ShouldBe(total);
    }

    [Theory]
    [InlineData("default", "1 2 4 8 16 32 60 120 240 480 960 1440 1440")]
    [InlineData("tenpay", "1 2 4 8 16 32")]
    [InlineData("ipaynow", "2 10 30 60 120 360 600 900")]
    [InlineData("alipay", "4 10 10 60 120 360 900")]
    public void A_schedule_waits_these_minutes(string name, string minutes)
    {
        var delays = Delays(NotifySchedule.Find(name).ShouldNotBeNull());

        string.Join(' ', delays.Select(one => one.TotalMinutes)).ShouldBe(minutes);
    }

    [Fact]
    public void The_default_schedule_lasts_three_days_at_least()
    {
        Sum(Delays(NotifySchedule.Default)).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(72));
    }

    [Fact]
    public void No_delay_is_shorter_than_the_one_before_it()
    {
        foreach (var name in NotifySchedule.Names)
        {
            var delays = Delays(NotifySchedule.Find(name).ShouldNotBeNull());

            delays.ShouldBe(delays.Order());
            delays.ShouldAllBe(one => one > TimeSpan.Zero);
        }
    }

    [Fact]
    public void There_are_four_names()
    {
        NotifySchedule.Names.ShouldBe(["default", "tenpay", "ipaynow", "alipay"]);
        NotifySchedule.Find("default").ShouldBeSameAs(NotifySchedule.Default);
        NotifySchedule.Names.ShouldAllBe(name => NotifySchedule.Find(name)!.Name == name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Default")]
    [InlineData("wechat")]
    public void Another_name_finds_nothing(string name)
    {
        NotifySchedule.Find(name).ShouldBeNull();
    }

    [Fact]
    public void After_the_last_attempt_there_is_no_delay_whatever_the_merchant_asks()
    {
        var last = NotifySchedule.Default.AttemptsMax;

        NotifySchedule.Default.DelayAfter(last - 1).ShouldBe(TimeSpan.FromHours(24));
        NotifySchedule.Default.DelayAfter(last).ShouldBeNull();
        NotifySchedule.Default.DelayAfter(last, TimeSpan.FromMinutes(1)).ShouldBeNull();
        NotifySchedule.Default.DelayAfter(int.MaxValue).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Attempts_are_counted_from_one(int attempt)
    {
        Should.Throw<ArgumentOutOfRangeException>(
            () => NotifySchedule.Default.DelayAfter(attempt));
    }

    [Theory]
    [InlineData(null, "00:01:00")]
    [InlineData("00:00:05", "00:01:00")]
    [InlineData("-01:00:00", "00:01:00")]
    [InlineData("00:01:01", "00:01:01")]
    [InlineData("23:59:59", "23:59:59")]
    [InlineData("30.00:00:00", "1.00:00:00")]
    public void A_retry_after_moves_the_next_attempt_later_only(string? asked, string expected)
    {
        TimeSpan? retryAfter = asked is null ? null : Span(asked);

        var delay = NotifySchedule.Default.DelayAfter(1, retryAfter);

        delay.ShouldBe(Span(expected));
    }

    [Fact]
    public void Every_delay_lies_between_the_schedules_own_and_a_day()
    {
        var names = Gen.Elements(NotifySchedule.Names.ToArray());
        var attempts = Gen.Choose(1, 20);
        var seconds = Gen.Choose(-1000, 40 * 24 * 3600);
        var cases = from name in names
                    from attempt in attempts
                    from second in seconds
                    select (name, attempt, TimeSpan.FromSeconds(second));

        Prop.ForAll(cases.ToArbitrary(), static one => IsBounded(one.name, one.attempt, one.Item3))
            .QuickCheckThrowOnFailure();
    }

    private static bool IsBounded(string name, int attempt, TimeSpan asked)
    {
        var schedule = NotifySchedule.Find(name)!;
        var own = schedule.DelayAfter(attempt);
        var delay = schedule.DelayAfter(attempt, asked);
        return own is null
            ? delay is null
            : delay >= own
                && delay <= NotifySchedule.RetryAfterMax
                && delay <= NotifySchedule.QueueDelayMax
                && (delay == own || delay == asked || delay == NotifySchedule.RetryAfterMax);
    }

    private static List<TimeSpan> Delays(NotifySchedule schedule)
    {
        List<TimeSpan> delays = [];
        for (var attempt = 1; schedule.DelayAfter(attempt) is { } delay; attempt++)
        {
            delays.Add(delay);
        }

        return delays;
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> delays)
        => delays.Aggregate(TimeSpan.Zero, static (sum, one) => sum + one);

    private static TimeSpan Span(string text)
        => TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
