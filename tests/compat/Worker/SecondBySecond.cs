using System.Globalization;

namespace PayFunctions.Tests.Compat.Worker;

/// <summary>A second reading of six-field expressions, slow and plain, to check the first by: it
/// asks each second whether it matches.</summary>
/// <param name="text">The expression.</param>
internal sealed class SecondBySecond(string text)
{
    // Looking at each second of a long gap would take minutes.
    private const int MostSteps = 400_000;

    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private readonly string[] fields = text.Split(' ');

    public bool Matches(DateTimeOffset time)
        => Field(fields[0], time.Second, 0, 59) && Field(fields[1], time.Minute, 0, 59)
            && Field(fields[2], time.Hour, 0, 23) && Field(fields[3], time.Day, 1, 31)
            && Field(fields[4], time.Month, 1, 12) && Field(fields[5], (int)time.DayOfWeek, 0, 6);

    /// <summary>Whether a second strictly between matches; skips days that cannot.</summary>
    public bool AnyBetween(DateTimeOffset start, DateTimeOffset end)
    {
        var steps = 0;
        for (var time = start.AddSeconds(1); time < end; time = time.AddSeconds(1))
        {
            if (!Field(fields[3], time.Day, 1, 31) || !Field(fields[4], time.Month, 1, 12)
                || !Field(fields[5], (int)time.DayOfWeek, 0, 6))
            {
                time = new DateTimeOffset(time.Date.AddDays(1), TimeSpan.Zero).AddSeconds(-1);
                continue;
            }

            if (Matches(time))
            {
                return true;
            }

            (++steps).ShouldBeLessThan(MostSteps);
        }

        return false;
    }

    private static bool Field(string field, int value, int least, int most)
        => field.Split(',').Any(item => Item(item, value, least, most));

    private static bool Item(string item, int value, int least, int most)
    {
        var parts = item.Split('/');
        var ends = parts[0] is "*" ? [least, most] : parts[0].Split('-').Select(Number).ToArray();
        var last = ends.Length == 2 ? ends[1] : parts.Length == 2 ? most : ends[0];
        var step = parts.Length == 2 ? Number(parts[1]) : 1;
        return value >= ends[0] && value <= last && (value - ends[0]) % step == 0;
    }

    private static int Number(string text)
        => Array.IndexOf(Days, text) is >= 0 and var day
            ? day
            : int.Parse(text, CultureInfo.InvariantCulture);
}
