using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>What came of cancelling an attempt.</summary>
/// <param name="Decision">What it did to the order.</param>
/// <param name="CannotEnd">The channel can neither cancel nor end it.</param>
internal sealed record CancelAnswer(OrderDecision Decision, bool CannotEnd);
