using System.Globalization;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Wire;

/// <summary>Amounts on the wire: fen, in digits.</summary>
internal static class FenText
{
    /// <summary>Writes an amount.</summary>
    public static string Write(Money money) => money.Fen.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads an amount: digits without needless zeros in front, nothing above
    /// <see cref="Money.MaxFen"/>.
    /// </summary>
    public static bool TryRead(string? text, out Money money)
    {
        money = default;
        if (text is null or "" or ['0', _, ..]
            || !long.TryParse(
                text, NumberStyles.None, CultureInfo.InvariantCulture, out var fen)
            || fen > Money.MaxFen)
        {
            return false;
        }

        money = Money.OfFen(fen);
        return true;
    }
}
