using System.Globalization;
using System.Net.Http.Headers;

namespace PayFunctions.Net;

/// <summary>Reads <c>Retry-After</c> in both its forms, seconds and date.</summary>
internal static class RetryAfterRules
{
    /// <summary>A longer wish is cut down to this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private const int TextLengthMax = 64;

    /// <summary>The wait asked for, 0 to <see cref="LongestWait"/>; null when none can be read.
    /// </summary>
    public static TimeSpan? Read(string? text, DateTimeOffset now)
    {
        var value = text?.Trim(' ', '\t');
        if (value is null or "" or { Length: > TextLengthMax })
        {
            return null;
        }

        if (value.All(char.IsAsciiDigit))
        {
            return long.TryParse(
                value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds < LongestWait.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : LongestWait;
        }

        return RetryConditionHeaderValue.TryParse(value, out var header)
            && header.Date is { } date
            ? TimeSpan.FromTicks(Math.Clamp((date - now).Ticks, 0, LongestWait.Ticks))
            : null;
    }
}
