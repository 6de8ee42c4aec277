namespace PayFunctions.Orders;

/// <summary>
/// The order holds money instead of taking it: captures take parts of it later, and what is left
/// is released.
/// </summary>
/// <param name="HoldFor">How long after the payer authorised it what is left is released by
/// itself.</param>
internal sealed record HoldTerms(TimeSpan HoldFor);
