namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>
/// <c>{second} {minute} {hour} {day} {month} {day of week}</c>. Day and day of week must both
/// match, as in the real extension (other crons take either).
/// </summary>
internal sealed class CronSchedule : TimerSchedule
{
    // The 29th of February on a given day of the week comes round within 40 years.
    private const int YearsAhead = 40;

    private readonly CronField seconds;
    private readonly CronField minutes;
    private readonly CronField hours;
    private readonly CronField days;
    private readonly CronField months;
    private readonly CronField daysOfWeek;

    private CronSchedule(string[] fields)
    {
        seconds = CronField.Parse(fields[0], CronUnit.Second);
        minutes = CronField.Parse(fields[1], CronUnit.Minute);
        hours = CronField.Parse(fields[2], CronUnit.Hour);
        days = CronField.Parse(fields[3], CronUnit.Day);
        months = CronField.Parse(fields[4], CronUnit.Month);
        daysOfWeek = CronField.Parse(fields[5], CronUnit.DayOfWeek);
    }

    /// <summary>Reads six fields, or five that begin with the minute.</summary>
    /// <exception cref="FormatException">A field is wrong, or no date matches.</exception>
    public static CronSchedule Parse(string[] fields)
    {
        var schedule = new CronSchedule(fields.Length == 5 ? ["0", .. fields] : fields);
        return schedule.NextAfter(DateTimeOffset.UnixEpoch) is null
            ? throw new FormatException($"'{string.Join(' ', fields)}' never fires.")
            : schedule;
    }

    public override DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        var after = time.UtcDateTime;
        var from = after.AddTicks(-(after.Ticks % TimeSpan.TicksPerSecond)).AddSeconds(1);
        for (var day = from.Date; day < after.Date.AddYears(YearsAhead); day = day.AddDays(1))
        {
            var start = day == from.Date ? from.TimeOfDay : TimeSpan.Zero;
            if (IsAllowed(day) && TimeFrom(start) is { } hit)
            {
                return new DateTimeOffset(day + hit, TimeSpan.Zero);
            }
        }

        return null;
    }

    private bool IsAllowed(DateTime day)
        => months.Allows(day.Month)
            && days.Allows(day.Day)
            && daysOfWeek.Allows((int)day.DayOfWeek);

    /// <summary>The first allowed time of day not before <paramref name="start"/>.</summary>
    private TimeSpan? TimeFrom(TimeSpan start)
    {
        for (var hour = hours.NextFrom(start.Hours); hour >= 0; hour = hours.NextFrom(hour + 1))
        {
            var least = hour == start.Hours
                ? new TimeSpan(0, start.Minutes, start.Seconds)
                : TimeSpan.Zero;
            if (TimeInHourFrom(least) is { } rest)
            {
                return new TimeSpan(hour, 0, 0) + rest;
            }
        }

        return null;
    }

    private TimeSpan? TimeInHourFrom(TimeSpan start)
    {
        var minute = minutes.NextFrom(start.Minutes);
        if (minute == start.Minutes && seconds.NextFrom(start.Seconds) is >= 0 and var second)
        {
            return new TimeSpan(0, minute, second);
        }

        minute = minute == start.Minutes ? minutes.NextFrom(start.Minutes + 1) : minute;
        return minute < 0 ? null : new TimeSpan(0, minute, seconds.NextFrom(0));
    }
}
