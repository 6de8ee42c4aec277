using System.Globalization;

namespace PayFunctions.Channels.Alipay;

/// <summary>Alipay's clock: seconds, in GMT+8, without saying so.</summary>
internal static class AlipayTime
{
    private const string Pattern = "yyyy-MM-dd HH:mm:ss";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Writes a moment, cutting its fraction of a second.</summary>
    public static string Write(DateTimeOffset moment)
        => moment.ToOffset(Beijing).ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Reads exactly that form.</summary>
    public static bool TryRead(string? text, out DateTimeOffset moment)
    {
        var valid = DateTime.TryParseExact(
            text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year > 1;  // else the offset would reach before the first day
        moment = valid ? new DateTimeOffset(local, Beijing) : default;
        return valid;
    }
}
