using System.Text;
using System.Text.RegularExpressions;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>
/// Looks for what may only pass through: as it is, in an address, in JSON escapes, in hexadecimal
/// digits, and in base64 at each of the three places where a text can begin in it.
/// </summary>
internal sealed partial class PassageSearch(IReadOnlyDictionary<string, string> secrets)
{
    // What is shorter stands in numbers and times by chance: it is looked for as a value alone.
    private const int ShortLength = 7;
    private const int Base64Block = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly (string Name, Func<string, bool> IsIn)[] looks =
        [.. secrets.SelectMany(static s => Looks(s.Key, s.Value))];

    /// <summary>The names of what is in a text, each with the spelling.</summary>
    public IEnumerable<string> FoundIn(string text)
        => looks.Where(look => look.IsIn(text)).Select(static look => look.Name);

    private static IEnumerable<(string Name, Func<string, bool> IsIn)> Looks(
        string name, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        if (bytes.Length < ShortLength)
        {
            var value = new Regex(
                $"[\"'=>({Regex.Escape("[")}|]{Regex.Escape(secret)}[\"'&<,;)}}|\\]]",
                RegexOptions.None, Limit);
            yield return ($"{name} as a value", value.IsMatch);
            yield return (
                $"{name} as a value in base64", text => DecodedIn(text).Any(value.IsMatch));
            yield break;
        }

        string[] spellings =
        [
            secret, Uri.EscapeDataString(secret), Convert.ToHexString(bytes),
            string.Concat(secret.Select(static c => char.IsAscii(c) ? $"{c}" : $"\\u{(int)c:x4}")),
        ];
        foreach (var spelling in spellings.Distinct(StringComparer.Ordinal))
        {
            yield return (
                $"{name} as {spelling}",
                text => text.Contains(spelling, StringComparison.OrdinalIgnoreCase));
        }

        foreach (var piece in Base64Of(secret))
        {
            yield return (
                $"{name} in base64 as {piece}",
                text => text.Contains(piece, StringComparison.Ordinal));
        }
    }

    /// <summary>What reads as base64, decoded. A part of a short value in base64 is in other values
    /// by chance; the whole of it is not.</summary>
    private static IEnumerable<string> DecodedIn(string text)
        => Base64Pattern().Matches(text)
            .Select(static run => Encoding.UTF8.GetString(Convert.FromBase64String(run.Value)));

    [GeneratedRegex(
        "(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
        RegexOptions.None, 1_000)]
    private static partial Regex Base64Pattern();

    /// <summary>What is surely in the base64 of any text around it.</summary>
    private static IEnumerable<string> Base64Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var skipped = 0; skipped < Base64Block; skipped++)
        {
            var whole = (bytes.Length - skipped) / Base64Block * Base64Block;
            yield return Convert.ToBase64String(bytes, skipped, whole);
        }
    }
}
