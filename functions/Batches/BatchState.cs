namespace PayFunctions.Batches;

/// <summary>How far a batch is.</summary>
internal enum BatchState
{
    /// <summary>Its rows are held against their orders; nothing has moved.</summary>
    Checking,

    /// <summary>A row cannot be done: nothing moved, and nothing will.</summary>
    Refused,

    /// <summary>Its rows are done chunk by chunk.</summary>
    Processing,

    /// <summary>Every row was begun; some ends are not known.</summary>
    Settling,

    /// <summary>Every row is over.</summary>
    Done,
}
