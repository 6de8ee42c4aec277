using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>What came of ending an attempt at its channel.</summary>
/// <param name="Command">The channel's answer, as a command to the order.</param>
/// <param name="CannotEnd">
/// The channel has no way to end it: the payer may pay until its own time is up, and it is asked
/// about until then.
/// </param>
internal sealed record EndAnswer(OrderCommand Command, bool CannotEnd);
