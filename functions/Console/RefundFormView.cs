namespace PayFunctions.Console;

/// <summary>A refund that may be asked for.</summary>
/// <param name="Action">Where the form goes.</param>
/// <param name="Number">The number it will have: pressing twice refunds once.</param>
/// <param name="Amount">The most, or what was asked for, in yuan.</param>
/// <param name="Reason">Why.</param>
public sealed record RefundFormView(string Action, string Number, string Amount, string Reason);
