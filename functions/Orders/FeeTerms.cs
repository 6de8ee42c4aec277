namespace PayFunctions.Orders;

/// <summary>What a merchant pays for a payment. An attempt keeps the terms of the moment it was
/// opened.</summary>
/// <param name="BasisPoints">Hundredths of a percent of the amount, 0 to 10,000.</param>
/// <param name="FixedFen">A fixed part, in fen, added to the share.</param>
/// <param name="MinFen">The least the fee comes to, in fen.</param>
/// <param name="MaxFen">The most it comes to, in fen; null for no limit.</param>
/// <param name="OnRefund">What becomes of it when the payment goes back.</param>
internal sealed record FeeTerms(
    int BasisPoints,
    long FixedFen = 0,
    long MinFen = 0,
    long? MaxFen = null,
    FeeOnRefund OnRefund = FeeOnRefund.Keep);

/// <summary>What becomes of a fee when its payment goes back.</summary>
internal enum FeeOnRefund
{
    /// <summary>It is kept.</summary>
    Keep,

    /// <summary>It goes back to the merchant in proportion, and whole with the whole payment.
    /// </summary>
    Return,
}
