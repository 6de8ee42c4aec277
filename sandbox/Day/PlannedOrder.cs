namespace PayFunctions.Sandbox.Day;

/// <summary>An order of the day, before it happens.</summary>
/// <param name="Hour">The hour, from 0 to 23.</param>
/// <param name="Product">What is bought.</param>
/// <param name="Channel">The channel product it is paid by.</param>
/// <param name="Act">What the payer does.</param>
/// <param name="RefundPercent">How much of it goes back an hour later; 0 for nothing.</param>
/// <param name="Fault">What goes wrong at the channel meanwhile; null for nothing.</param>
internal sealed record PlannedOrder(
    int Hour, string Product, string Channel, PayerAct Act, int RefundPercent, string? Fault);
