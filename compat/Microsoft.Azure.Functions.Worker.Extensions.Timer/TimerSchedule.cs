using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>When a timer fires; all times are UTC.</summary>
internal abstract class TimerSchedule
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(366);

    /// <summary>The first occurrence after a time; null where there is none.</summary>
    public abstract DateTimeOffset? NextAfter(DateTimeOffset time);

    /// <summary>Reads six fields, five fields (at second 0), or a time span.</summary>
    /// <exception cref="FormatException">The text is none of them, or never fires.</exception>
    public static TimerSchedule Parse(string text)
    {
        var fields = text.Split(
            ' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length is 5 or 6)
        {
            return CronSchedule.Parse(fields);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval)
            && interval > TimeSpan.Zero && interval <= LongestInterval
                ? new IntervalSchedule(interval)
                : throw new FormatException(
                    $"'{text}' is no schedule: neither six fields nor a time span up to a year.");
    }
}
