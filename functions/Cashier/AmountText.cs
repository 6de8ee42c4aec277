using System.Globalization;
using PayFunctions.Orders;

namespace PayFunctions.Cashier;

/// <summary>An amount as a payer reads it.</summary>
internal static class AmountText
{
    private const long FenPerYuan = 100;

    /// <summary>Yuan with two decimals, by digits: 1 fen is <c>¥0.01</c>.</summary>
    public static string Of(Money money)
    {
        var yuan = Math.DivRem(money.Fen, FenPerYuan, out var fen);
        return string.Create(CultureInfo.InvariantCulture, $"¥{yuan:#,0}.{fen:D2}");
    }
}
