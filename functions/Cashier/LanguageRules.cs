using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PayFunctions.Cashier;

/// <summary>Which language a browser is answered in.</summary>
internal static class LanguageRules
{
    private const string Chinese = "zh";
    private const string English = "en";

    /// <summary>
    /// The language that Accept-Language prefers among ours, by quality and then by order; English
    /// where it prefers none of them. Entries that cannot be read or have quality 0 do not count.
    /// </summary>
    public static CashierTexts Choose(StringValues acceptLanguage)
    {
        var chosen = EnglishTexts.Table;
        if (!StringWithQualityHeaderValue.TryParseList(acceptLanguage, out var entries))
        {
            return chosen;
        }

        var best = 0.0;
        foreach (var entry in entries)
        {
            var quality = entry.Quality ?? 1;
            if (quality > best && Of(entry.Value) is { } texts)
            {
                (best, chosen) = (quality, texts);
            }
        }

        return chosen;
    }

    private static CashierTexts? Of(StringSegment range)
        => Is(range, Chinese) ? ChineseTexts.Table
            : Is(range, English) || range.Equals("*", StringComparison.Ordinal)
                ? EnglishTexts.Table
                : null;

    private static bool Is(StringSegment range, string language)
        => range.StartsWith(language, StringComparison.OrdinalIgnoreCase)
            && (range.Length == language.Length || range[language.Length] == '-');
}
