using PayFunctions.Orders;

namespace PayFunctions.KCodes;

/// <summary>How a request about a payment by card and code ended.</summary>
internal abstract record KCodeResult;

/// <summary>The order as it is now.</summary>
/// <param name="Order">The order.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record KCodeKnown(Order Order, bool IsNew = false) : KCodeResult;

/// <summary>Nothing was asked of the bank, and why.</summary>
internal sealed record KCodeForbidden(OrderRefusal Why) : KCodeResult;

/// <summary>The bank sends no code.</summary>
/// <param name="Reason">Its return code, where this call learned it.</param>
internal sealed record KCodeDenied(string? Reason = null) : KCodeResult;

/// <summary>The code was not taken; another one may be entered.</summary>
internal sealed record KCodeNotTaken : KCodeResult;

/// <summary>The application cannot pay so.</summary>
internal sealed record KCodeUnavailable : KCodeResult;
