using PayFunctions.Orders;

namespace PayFunctions.Authorizations;

/// <summary>How the wish for a capture ended.</summary>
internal abstract record CaptureResult;

/// <summary>The capture, and the payment it became, as they are now.</summary>
/// <param name="Hold">The hold afterwards.</param>
/// <param name="Capture">Its capture.</param>
/// <param name="Payment">The payment; null where it could not be made.</param>
/// <param name="IsNew">Whether this call made it.</param>
internal sealed record CaptureKnown(Order Hold, Capture Capture, Order? Payment, bool IsNew)
    : CaptureResult;

/// <summary>There is none, and why.</summary>
internal sealed record CaptureRefused(OrderRefusal Why) : CaptureResult;

/// <summary>The channel lets all go with the first capture: it must be said to be the last.
/// </summary>
internal sealed record CaptureNotFinal : CaptureResult;

/// <summary>The channel of the hold cannot do it.</summary>
internal sealed record CaptureUnsupported : CaptureResult;
