namespace PayFunctions.Orders;

/// <summary>
/// Debits that are over for long: only their sums are kept in the agreement. Each is a payment of
/// its own, which keeps the rest.
/// </summary>
/// <param name="Last">The highest number among them.</param>
/// <param name="Count">How many took money.</param>
/// <param name="Fen">What they took.</param>
internal sealed record DebitTally(int Last, int Count, long Fen);
