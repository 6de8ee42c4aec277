using System.Globalization;

namespace PayFunctions.Cashier;

/// <summary>A stretch of time as a clock shows it, the same in every language.</summary>
internal static class TimeLeftText
{
    /// <summary>Whole seconds until then, never less than none.</summary>
    public static long Seconds(DateTimeOffset until, DateTimeOffset now)
        => until > now ? (long)Math.Ceiling((until - now).TotalSeconds) : 0;

    /// <summary><c>1:59:07</c>; the page's script counts on in the same form.</summary>
    public static string Of(long seconds)
    {
        var minutes = Math.DivRem(seconds, 60, out var rest);
        var hours = Math.DivRem(minutes, 60, out minutes);
        return string.Create(
            CultureInfo.InvariantCulture, $"{hours}:{minutes:D2}:{rest:D2}");
    }
}
