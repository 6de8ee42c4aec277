namespace PayFunctions.Orders;

/// <summary>What an order is for.</summary>
internal enum OrderKind
{
    /// <summary>Money is taken.</summary>
    Payment,

    /// <summary>Money is held: captures take parts of it later.</summary>
    Hold,

    /// <summary>A payer agrees that the merchant may take money later: debits do.</summary>
    Agreement,
}
