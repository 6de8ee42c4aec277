using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>How charging a payer's code ended.</summary>
internal abstract record ChargeResult;

/// <summary>The order as it is now: paid, declined, or still undecided.</summary>
/// <param name="Order">The order.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record Charged(Order Order, bool IsNew) : ChargeResult;

/// <summary>Nothing was charged, and why.</summary>
internal sealed record NotCharged(OrderRefusal Why) : ChargeResult;

/// <summary>No channel takes that code.</summary>
internal sealed record CodeUnsupported : ChargeResult;

/// <summary>A channel takes that code, and the application has no account there.</summary>
internal sealed record AccountUnavailable : ChargeResult;
