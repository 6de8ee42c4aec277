namespace PayFunctions.Reconciliation;

/// <summary>One half of something whose other half belongs to another day.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Day">The day it was found on.</param>
/// <param name="IsOurs">Whether our journal has it; else the bill does.</param>
/// <param name="Fen">Its amount.</param>
/// <param name="MetOn">The day of the other half, once it was found.</param>
/// <param name="IsRecovered">Whether we knew nothing of it until the bill said so.</param>
internal sealed record Carried(
    BillKey Key, DateOnly Day, bool IsOurs, long Fen, DateOnly? MetOn = null,
    bool IsRecovered = false);
