namespace PayFunctions.Sandbox.Day;

/// <summary>An order as the day ends.</summary>
/// <param name="Order">The order.</param>
/// <param name="State">Its trade_state.</param>
internal sealed record SettledOrder(MadeOrder Order, string State)
{
    /// <summary>Whether it was paid, whatever went back since.</summary>
    public bool IsPaid => State is "SUCCESS" or "REFUND";
}
