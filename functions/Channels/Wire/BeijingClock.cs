using System.Globalization;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// The clock of Chinese channels: GMT+8, without saying so, in whole seconds, by a pattern.
/// </summary>
internal static class BeijingClock
{
    /// <summary><c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public const string Spaced = "yyyy-MM-dd HH:mm:ss";

    /// <summary><c>yyyy/MM/dd HH:mm:ss</c>.</summary>
    public const string Slashed = "yyyy/MM/dd HH:mm:ss";

    /// <summary><c>yyyyMMddHHmmss</c>, 14 digits.</summary>
    public const string Digits = "yyyyMMddHHmmss";

    /// <summary><c>yyyyMMdd</c>, 8 digits.</summary>
    public const string Day = "yyyyMMdd";

    /// <summary><c>yyyy/MM/dd</c>.</summary>
    public const string SlashedDay = "yyyy/MM/dd";

    /// <summary><c>HH:mm:ss</c>.</summary>
    public const string TimeOfDay = "HH:mm:ss";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Writes a moment, cutting what the pattern does not say.</summary>
    public static string Write(DateTimeOffset moment, string pattern)
        => moment.ToOffset(Beijing).ToString(pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads exactly that pattern; what it does not say is zero.</summary>
    public static bool TryRead(string? text, string pattern, out DateTimeOffset moment)
    {
        var valid = DateTime.TryParseExact(
            text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year > 1;  // else the offset would reach before the first day
        moment = valid ? new DateTimeOffset(local, Beijing) : default;
        return valid;
    }
}
