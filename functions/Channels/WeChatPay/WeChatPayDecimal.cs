namespace PayFunctions.Channels.WeChatPay;

/// <summary>Numbers in bills: yuan with decimals, read digit by digit.</summary>
internal static class WeChatPayDecimal
{
    /// <summary>Decimals of the finest number, a fee: thousandths of a fen.</summary>
    public const int Decimals = 5;

    /// <summary>What one fen is in the unit that is read.</summary>
    public const long Fen = 1_000;

    /// <summary>What one is in the unit that is read: a yuan, or one trade of a count.</summary>
    public const long One = 100 * Fen;

    private const int DigitsMax = 13;

    /// <summary>
    /// Reads digits, at most <see cref="Decimals"/> of them after a point, perhaps with a minus, in
    /// thousandths of a fen. Null for anything else.
    /// </summary>
    public static long? TryRead(string? text)
    {
        var rest = text.AsSpan();
        var isNegative = rest.StartsWith("-");
        rest = isNegative ? rest[1..] : rest;
        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var decimals = point < 0 ? [] : rest[(point + 1)..];
        if (whole.Length is 0 or > DigitsMax || decimals.Length > Decimals
            || (point >= 0 && decimals.IsEmpty)
            || whole.IndexOfAnyExceptInRange('0', '9') >= 0
            || decimals.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        var number = 0L;
        foreach (var digit in whole)
        {
            number = (number * 10) + (digit - '0');
        }

        for (var i = 0; i < Decimals; i++)
        {
            number = (number * 10) + (i < decimals.Length ? decimals[i] - '0' : 0);
        }

        return isNegative ? -number : number;
    }
}
