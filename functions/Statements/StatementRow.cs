namespace PayFunctions.Statements;

/// <summary>A line of a merchant's statement: what moved its money.</summary>
/// <param name="At">When it was booked.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TransactionId">Our number of the order.</param>
/// <param name="OutTradeNo">The merchant's number of the order.</param>
/// <param name="OutRequestNo">The merchant's number of the refund; null for payments, and for
/// refunds it did not ask for.</param>
/// <param name="Product">The channel product.</param>
/// <param name="ChannelTradeNo">The channel's number of the payment.</param>
/// <param name="AmountFen">What came, or, negative, went back to the payer.</param>
/// <param name="FeeFen">What it cost the merchant; negative when a fee came back.</param>
internal sealed record StatementRow(
    DateTimeOffset At,
    StatementKind Kind,
    string TransactionId,
    string OutTradeNo,
    string? OutRequestNo,
    string Product,
    string? ChannelTradeNo,
    long AmountFen,
    long FeeFen)
{
    /// <summary>What the merchant is owed more by it.</summary>
    public long NetFen => AmountFen - FeeFen;
}
