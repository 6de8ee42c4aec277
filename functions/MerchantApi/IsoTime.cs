using System.Globalization;

namespace PayFunctions.MerchantApi;

/// <summary>Moments as merchants write them.</summary>
internal static class IsoTime
{
    private static readonly string[] Patterns =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>The first year that is read.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year that is read.</summary>
    public const int LastYear = 2999;

    /// <summary>Reads a moment: ISO 8601, to the second, with an offset or <c>Z</c>, of a year in
    /// which every day has another before and after it.</summary>
    public static bool TryParse(string? text, out DateTimeOffset at)
        => DateTimeOffset.TryParseExact(
            text, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at)
            && at.Year is >= FirstYear and <= LastYear;
}
