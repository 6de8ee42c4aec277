using PayFunctions.Orders;

namespace PayFunctions.Agreements;

/// <summary>How the wish for a debit ended.</summary>
internal abstract record DebitResult;

/// <summary>The payment as it is now.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record DebitKnown(Order Payment, bool IsNew) : DebitResult;

/// <summary>The payment was opened by this call, and is not sent yet.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record DebitBegun(Order Payment, bool IsNew) : DebitResult;

/// <summary>There is none, and why.</summary>
internal sealed record DebitRefused(OrderRefusal Why) : DebitResult;

/// <summary>The channel of the agreement cannot do it.</summary>
internal sealed record DebitUnsupported : DebitResult;
