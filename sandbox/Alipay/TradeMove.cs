namespace PayFunctions.Sandbox.Alipay;

/// <summary>What became of a payer's or merchant's act.</summary>
/// <param name="Trade">The trade after it, where there is one.</param>
/// <param name="Error">Why nothing moved.</param>
/// <param name="Moved">Whether this very act moved it.</param>
internal sealed record TradeMove(Trade? Trade, GatewayError? Error, bool Moved);
