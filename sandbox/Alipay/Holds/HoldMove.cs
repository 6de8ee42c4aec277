namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>What became of a payer's or merchant's act.</summary>
/// <param name="Hold">The hold after it, where there is one.</param>
/// <param name="Error">Why nothing moved.</param>
/// <param name="Moved">Whether this very act moved it.</param>
internal sealed record HoldMove(Hold? Hold, GatewayError? Error, bool Moved);
