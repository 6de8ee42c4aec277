namespace PayFunctions.Clearing;

/// <summary>How far a day's clearing is.</summary>
internal enum ClearingState
{
    /// <summary>What is owed is known.</summary>
    Calculated,

    /// <summary>The operator looked at it.</summary>
    Confirmed,

    /// <summary>The operator paid it out.</summary>
    Paid,
}
