namespace PayFunctions.Batches;

/// <summary>What the rows of a batch are.</summary>
internal enum BatchKind
{
    /// <summary>Refunds of payments.</summary>
    Refund,

    /// <summary>Debits under agreements.</summary>
    Debit,
}
