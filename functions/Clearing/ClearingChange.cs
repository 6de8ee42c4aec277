namespace PayFunctions.Clearing;

/// <summary>What came of confirming or paying a day.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Clearing">The day as it is now; null where there is none.</param>
internal sealed record ClearingChange(ClearingVerdict Verdict, DayClearing? Clearing = null);

/// <summary>What came of it.</summary>
internal enum ClearingVerdict
{
    /// <summary>Done, now or before.</summary>
    Done,

    /// <summary>The day was not calculated.</summary>
    Unknown,

    /// <summary>It has to be confirmed first.</summary>
    NotConfirmed,

    /// <summary>It was paid under another number.</summary>
    ContentDiffers,

    /// <summary>Somebody else is changing it.</summary>
    Contended,
}
