using System.Runtime.InteropServices;

namespace PayFunctions.Statements;

/// <summary>What statement lines come to.</summary>
/// <param name="Payments">How many payments.</param>
/// <param name="PaymentFen">What they came to.</param>
/// <param name="Refunds">How many refunds, those that failed taken off.</param>
/// <param name="RefundFen">What they came to, as a positive sum.</param>
/// <param name="FeeFen">What it all cost.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatementSums(
    long Payments, long PaymentFen, long Refunds, long RefundFen, long FeeFen)
{
    /// <summary>What the merchant is owed more.</summary>
    public long NetFen => PaymentFen - RefundFen - FeeFen;

    /// <summary>With one line more.</summary>
    public StatementSums With(StatementRow row) => row.Kind switch
    {
        StatementKind.Payment => this with
        {
            Payments = Payments + 1,
            PaymentFen = PaymentFen + row.AmountFen,
            FeeFen = FeeFen + row.FeeFen,
        },
        StatementKind.Refund => this with
        {
            Refunds = Refunds + 1,
            RefundFen = RefundFen - row.AmountFen,
            FeeFen = FeeFen + row.FeeFen,
        },
        _ => this with
        {
            Refunds = Refunds - 1,
            RefundFen = RefundFen - row.AmountFen,
            FeeFen = FeeFen + row.FeeFen,
        },
    };
}
