namespace PayFunctions.Cashier;

/// <summary>What a payer sees of an order.</summary>
/// <param name="Payee">The merchant's name, or null.</param>
/// <param name="Amount">With its currency sign.</param>
/// <param name="Subject">What is paid for.</param>
/// <param name="OutTradeNo">The merchant's number.</param>
public sealed record OrderSummary(
    string? Payee, string Amount, string Subject, string OutTradeNo);
