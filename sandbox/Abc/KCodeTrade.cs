namespace PayFunctions.Sandbox.Abc;

/// <summary>The card that an order is to be paid with, and the code that was sent for it.</summary>
/// <param name="Order">The order.</param>
/// <param name="CardNo">The card.</param>
/// <param name="Code">What the payer's phone shows; the latest one.</param>
/// <param name="Sent">How many were sent.</param>
internal sealed record KCodeTrade(PayOrder Order, string CardNo, string Code, int Sent);
