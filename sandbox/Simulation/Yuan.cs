using System.Globalization;
using System.Text.RegularExpressions;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Amounts: fen inside, yuan with two decimals on the wire.</summary>
internal static partial class Yuan
{
    private const long FenInYuan = 100;

    /// <summary>
    /// The fen of a text: up to nine digits, then at most two decimals, no sign; else null.
    /// What a trade may cost is its channel's rule.
    /// </summary>
    public static long? Parse(string text)
    {
        var match = Amount().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var yuan = long.Parse(match.Groups["yuan"].ValueSpan, CultureInfo.InvariantCulture);
        var decimals = match.Groups["fen"].Value.PadRight(2, '0');
        return (yuan * FenInYuan) + long.Parse(decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>The text of an amount in fen, which may be below zero.</summary>
    public static string Format(long fen)
        => fen < 0
            ? "-" + Format(-fen)
            : string.Create(
                CultureInfo.InvariantCulture, $"{fen / FenInYuan}.{fen % FenInYuan:00}");

    [GeneratedRegex(
        @"\A(?<yuan>[0-9]{1,9})(?:\.(?<fen>[0-9]{1,2}))?\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();
}
