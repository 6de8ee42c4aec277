using System.Globalization;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Moments on WeChat Pay's wire: RFC 3339 with a zone.</summary>
internal static class WeChatPayTime
{
    private const int ZoneLength = 6;  // +08:00

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private static readonly string[] Patterns =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Writes a moment in whole seconds: <c>2026-01-02T03:04:05+08:00</c>.</summary>
    public static string Write(DateTimeOffset moment)
        => moment.ToOffset(Beijing).ToString(
            "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Reads a moment; without a zone it is none.</summary>
    public static DateTimeOffset? TryRead(string? text)
        => text is { Length: > ZoneLength }
            && (text[^1] == 'Z' || text[^ZoneLength] is '+' or '-')
            && DateTimeOffset.TryParseExact(
                text, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment
                : null;
}
