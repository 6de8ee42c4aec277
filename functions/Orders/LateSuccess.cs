namespace PayFunctions.Orders;

/// <summary>
/// What an application wants done with money that arrives after the order closed.
/// </summary>
internal enum LateSuccess
{
    /// <summary>The order becomes paid after all.</summary>
    Revive,

    /// <summary>The order stays closed and owes the payer a refund.</summary>
    Refund,
}
