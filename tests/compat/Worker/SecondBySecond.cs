using System.Globalization;

namespace PayFunctions.Tests.Compat.Worker;

/// <summary>A second reading of six-field expressions, slow and plain, to check the first by: it
/// asks each second whether it matches.</summary>
internal sealed class SecondBySecond
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private readonly bool[][] fields;

    public SecondBySecond(string text)
    {
        var parts = text.Split(' ');
        fields =
        [
            Field(parts[0], 0, 59), Field(parts[1], 0, 59), Field(parts[2], 0, 23),
            Field(parts[3], 1, 31), Field(parts[4], 1, 12), Field(parts[5], 0, 6),
        ];
    }

    public bool Matches(DateTimeOffset time)
        => fields[0][time.Second] && fields[1][time.Minute] && fields[2][time.Hour]
            && IsDay(time);

    /// <summary>Whether a second strictly between matches.</summary>
    public bool AnyBetween(DateTimeOffset start, DateTimeOffset end)
    {
        for (var time = start.AddSeconds(1); time < end;)
        {
            if (Matches(time))
            {
                return true;
            }

            time = IsDay(time)
                ? time.AddSeconds(1)
                : new DateTimeOffset(time.Date.AddDays(1), TimeSpan.Zero);
        }

        return false;
    }

    private bool IsDay(DateTimeOffset time)
        => fields[3][time.Day] && fields[4][time.Month] && fields[5][(int)time.DayOfWeek];

    private static bool[] Field(string field, int least, int most)
        => [.. Enumerable.Range(0, most + 1).Select(value => value >= least
            && field.Split(',').Any(item => Item(item, value, least, most)))];

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
