namespace PayFunctions.Storage;

/// <summary>How a guarded write ended.</summary>
internal enum CommitVerdict
{
    /// <summary>It is written.</summary>
    Committed,

    /// <summary>Somebody else wrote first: read and decide again.</summary>
    RaceLost,
}
