namespace PayFunctions.Reconciliation;

/// <summary>What a day's bill and our journal can disagree about: the closed list.</summary>
internal enum DifferenceKind
{
    /// <summary>The channel has it, we do not.</summary>
    OnlyAtChannel,

    /// <summary>We have it, the channel does not.</summary>
    OnlyHere,

    /// <summary>Both have it, with different amounts.</summary>
    Amount,

    /// <summary>The channel charged another fee than was agreed.</summary>
    Fee,

    /// <summary>Both know it, and call it different things.</summary>
    State,

    /// <summary>Both have it, in different currencies.</summary>
    Currency,

    /// <summary>The channel gave back a payment that it does not have.</summary>
    RefundWithoutPayment,

    /// <summary>The channel's bill has it twice.</summary>
    DuplicateAtChannel,

    /// <summary>Both have it, on different days.</summary>
    CrossedMidnight,
}
