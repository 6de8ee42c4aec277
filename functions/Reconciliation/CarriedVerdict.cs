namespace PayFunctions.Reconciliation;

/// <summary>What a half turned out to be.</summary>
internal enum CarriedVerdict
{
    /// <summary>Nothing was remembered of it.</summary>
    New,

    /// <summary>It was found before, on this day, and its other half was not.</summary>
    Waits,

    /// <summary>It was found before, on this day, and so was its other half since.</summary>
    Met,

    /// <summary>It is the other half of what was remembered.</summary>
    Meets,

    /// <summary>The same side has it on two days: somebody has to look.</summary>
    Strange,
}
