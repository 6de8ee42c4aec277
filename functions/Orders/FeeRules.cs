namespace PayFunctions.Orders;

/// <summary>What a fee comes to.</summary>
internal static class FeeRules
{
    /// <summary>Basis points in a whole.</summary>
    public const int Whole = 10_000;

    /// <summary>
    /// The fee of a payment: the share, rounded half up to the fen, and the fixed part, between the
    /// least and the most, and never more than the payment.
    /// </summary>
    public static long Of(FeeTerms? terms, long totalFen)
    {
        if (terms is null)
        {
            return 0;
        }

        var fee = Share(terms.BasisPoints, totalFen, Whole) + terms.FixedFen;
        return Math.Min(
            Math.Min(Math.Max(fee, terms.MinFen), terms.MaxFen ?? long.MaxValue), totalFen);
    }

    /// <summary>
    /// The part of the fee that goes back with what was refunded. It is a function of the sum
    /// refunded, so many small refunds return no more, and no less, than one.
    /// </summary>
    public static long ReturnedOf(FeeTerms? terms, long totalFen, long refundedFen)
        => terms?.OnRefund == FeeOnRefund.Return && totalFen > 0
            ? Share(Of(terms, totalFen), refundedFen, totalFen)
            : 0;

    /// <summary><paramref name="amount"/> · <paramref name="part"/> ÷ <paramref name="whole"/>,
    /// rounded half up.</summary>
    private static long Share(long amount, long part, long whole)
        => (long)((((Int128)amount * part * 2) + whole) / ((Int128)whole * 2));
}
