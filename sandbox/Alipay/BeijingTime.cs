using System.Globalization;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Times as this wire writes them: <c>yyyy-MM-dd HH:mm:ss</c> in GMT+8.</summary>
internal static class BeijingTime
{
    private const string Pattern = "yyyy-MM-dd HH:mm:ss";
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The same moment on the wire.</summary>
    public static string Format(DateTimeOffset moment) => Format(moment, Pattern);

    /// <summary>The same moment by another pattern.</summary>
    public static string Format(DateTimeOffset moment, string pattern)
        => moment.ToOffset(Offset).ToString(pattern, CultureInfo.InvariantCulture);

    /// <summary>The moment a text names; null where it is not of the pattern.</summary>
    public static DateTimeOffset? Parse(string text)
        => DateTime.TryParseExact(
            text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Offset)
            : null;

    /// <summary>The next midnight after a moment.</summary>
    public static DateTimeOffset Midnight(DateTimeOffset moment)
        => new(moment.ToOffset(Offset).Date.AddDays(1), Offset);
}
