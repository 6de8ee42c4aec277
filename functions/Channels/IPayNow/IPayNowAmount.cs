using System.Globalization;
using PayFunctions.Orders;

namespace PayFunctions.Channels.IPayNow;

/// <summary>Amounts on ipaynow's wire: whole fen.</summary>
internal static class IPayNowAmount
{
    /// <summary>The only currency: CNY.</summary>
    public const string Currency = "156";

    private const int DigitsMax = 11;

    /// <summary>Writes an amount: <c>8888</c>.</summary>
    public static string Write(Money money)
        => money.Fen.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads an amount: digits without zeros in front, at least one fen, nothing above
    /// <see cref="Money.MaxFen"/>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Money money)
    {
        var fen = 0L;
        var valid = text.Length is > 0 and <= DigitsMax && text[0] != '0';
        foreach (var digit in text)
        {
            valid = valid && char.IsAsciiDigit((char)digit);
            fen = valid ? (fen * 10) + (digit - '0') : 0;
        }

        money = Money.OfFen(fen);
        return valid && fen <= Money.MaxFen;
    }
}
