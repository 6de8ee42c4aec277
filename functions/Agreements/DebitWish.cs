using PayFunctions.Orders;

namespace PayFunctions.Agreements;

/// <summary>What a merchant wants to debit.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="OutTradeNo">The merchant's number of the payment.</param>
/// <param name="Total">How much.</param>
/// <param name="Subject">What for.</param>
/// <param name="Body">More of it, or null.</param>
/// <param name="Attach">Given back with the notification, or null.</param>
/// <param name="NotifyUrl">Where the merchant is told; null for where the agreement says.</param>
internal sealed record DebitWish(
    OrderId Agreement, string OutTradeNo, Money Total, string Subject, string? Body,
    string? Attach, string? NotifyUrl)
{
    /// <summary>Whether that payment is what was wished for.</summary>
    public bool Is(Order payment)
        => payment.Terms is { Debit: { } debit } terms
            && debit.Agreement == Agreement
            && terms.Total == Total
            && string.Equals(terms.Subject, Subject, StringComparison.Ordinal)
            && string.Equals(terms.Body, Body, StringComparison.Ordinal)
            && string.Equals(terms.Attach, Attach, StringComparison.Ordinal)
            && (NotifyUrl is null
                || string.Equals(terms.NotifyUrl, NotifyUrl, StringComparison.Ordinal));
}
