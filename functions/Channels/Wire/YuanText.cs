using System.Globalization;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Wire;

/// <summary>Amounts on the wire: yuan with two decimals, read digit by digit.</summary>
internal static class YuanText
{
    private const int FenPerYuan = 100;
    private const int DecimalsMax = 2;

    /// <summary>Writes an amount: <c>88.88</c>.</summary>
    public static string Write(Money money)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{money.Fen / FenPerYuan}.{money.Fen % FenPerYuan:D2}");

    /// <summary>
    /// Reads an amount: digits without needless zeros in front, then at most two decimals.
    /// No sign, blank, exponent or separator, and nothing above <see cref="Money.MaxFen"/>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Money money)
    {
        money = default;
        var point = text.IndexOf('.');
        var yuan = point < 0 ? text : text[..point];
        var decimals = point < 0 ? [] : text[(point + 1)..];
        if (yuan.IsEmpty
            || (yuan.Length > 1 && yuan[0] == '0')
            || (point >= 0 && decimals.IsEmpty)
            || decimals.Length > DecimalsMax)
        {
            return false;
        }

        var fen = 0L;
        if (!TryAppend(ref fen, yuan) || !TryAppend(ref fen, decimals))
        {
            return false;
        }

        for (var missing = decimals.Length; missing < DecimalsMax; missing++)
        {
            fen *= 10;
        }

        money = Money.OfFen(fen);
        return fen <= Money.MaxFen;
    }

    private static bool TryAppend(ref long number, ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit) || number > Money.MaxFen)
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
