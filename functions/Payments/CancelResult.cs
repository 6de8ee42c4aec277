using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>How a cancel ended.</summary>
internal abstract record CancelResult;

/// <summary>Nothing was paid, or what was paid went back.</summary>
internal sealed record OrderCancelled(Order Order) : CancelResult;

/// <summary>Not cancelled, and why.</summary>
internal sealed record NotCancelled(OrderRefusal Why) : CancelResult;

/// <summary>The payment's channel can neither cancel nor end a trade.</summary>
internal sealed record CancelUnsupported : CancelResult;
