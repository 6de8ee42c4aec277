using System.Globalization;
using System.Text.RegularExpressions;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Amounts: fen inside, yuan with two decimals on the wire.</summary>
internal static partial class Yuan
{
    /// <summary>The smallest amount of a trade, in fen.</summary>
    public const long Least = 1;

    /// <summary>The largest amount of a trade, in fen.</summary>
    public const long Most = 100_000_000_00;

    private const long FenInYuan = 100;

    /// <summary>The fen of a text; null where it is no amount a trade may have.</summary>
    public static long? Parse(string text)
    {
        var match = Amount().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var yuan = long.Parse(match.Groups["yuan"].ValueSpan, CultureInfo.InvariantCulture);
        var decimals = match.Groups["fen"].Value.PadRight(2, '0');
        var fen = (yuan * FenInYuan) + long.Parse(decimals, CultureInfo.InvariantCulture);
        return fen is >= Least and <= Most ? fen : null;
    }

    /// <summary>The text of an amount in fen.</summary>
    public static string Format(long fen)
        => string.Create(
            CultureInfo.InvariantCulture, $"{fen / FenInYuan}.{fen % FenInYuan:00}");

    [GeneratedRegex(
        @"\A(?<yuan>[0-9]{1,9})(?:\.(?<fen>[0-9]{1,2}))?\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();
}
