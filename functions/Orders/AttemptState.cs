namespace PayFunctions.Orders;

/// <summary>What became of one attempt at a channel.</summary>
internal enum AttemptState
{
    /// <summary>The channel has been, or is being, asked; the payer may pay any moment.</summary>
    Open,

    /// <summary>The channel says: paid.</summary>
    Succeeded,

    /// <summary>The channel says: will never be paid.</summary>
    Ended,
}
