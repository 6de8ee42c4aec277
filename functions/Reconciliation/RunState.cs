namespace PayFunctions.Reconciliation;

/// <summary>How far the reconciliation of a day is.</summary>
internal enum RunState
{
    /// <summary>It is to be begun.</summary>
    Planned,

    /// <summary>The channel has not made the bill yet.</summary>
    BillNotReady,

    /// <summary>The channel could not be heard.</summary>
    BillUnknown,

    /// <summary>The bill is cut off, altered, or contradicts itself: none of it counts.</summary>
    BillBroken,

    /// <summary>The bill was held against the journal.</summary>
    Done,

    /// <summary>There was no bill to be had for too long: a human was called.</summary>
    GivenUp,
}
