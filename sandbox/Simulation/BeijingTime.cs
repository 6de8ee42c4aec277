using System.Globalization;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Times as Chinese channels write them: in GMT+8, by a pattern.</summary>
internal static class BeijingTime
{
    /// <summary><c>yyyy-MM-dd HH:mm:ss</c>, what holds where no pattern is named.</summary>
    public const string Spaced = "yyyy-MM-dd HH:mm:ss";

    /// <summary><c>yyyyMMddHHmmss</c>, 14 digits.</summary>
    public const string Digits = "yyyyMMddHHmmss";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same moment on the wire.</summary>
    public static string Format(DateTimeOffset moment, string pattern = Spaced)
        => moment.ToOffset(Offset).ToString(pattern, CultureInfo.InvariantCulture);

    /// <summary>The moment a text names; null where it is not of the pattern.</summary>
    public static DateTimeOffset? Parse(string text, string pattern = Spaced)
        => DateTime.TryParseExact(
            text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Offset)
            : null;

    /// <summary>The day of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment)
        => DateOnly.FromDateTime(moment.ToOffset(Offset).Date);

    /// <summary>The next midnight after a moment.</summary>
    public static DateTimeOffset Midnight(DateTimeOffset moment)
        => new(moment.ToOffset(Offset).Date.AddDays(1), Offset);
}
