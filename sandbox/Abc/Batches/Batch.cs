namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>A batch that was taken, and what became of it.</summary>
/// <param name="Order">What it asks for.</param>
/// <param name="Serial">SerialNumber: the day, then 6 digits.</param>
/// <param name="TakenAt">When.</param>
internal sealed record Batch(BatchOrder Order, string Serial, DateTimeOffset TakenAt)
{
    public const string Waiting = "3";
    public const string Submitted = "4";
    public const string AllDone = "6";
    public const string AllFailed = "7";
    public const string PartlyDone = "8";

    /// <summary>How many of the first rows the bank refuses, whatever they say.</summary>
    public int Declined { get; init; }

    /// <summary>Whether each row was done; null while the batch waits.</summary>
    public IReadOnlyList<bool>? Results { get; init; }

    /// <summary>BatchStatus.</summary>
    public string Status
        => Results is null ? Waiting
            : !Results.Contains(false) ? AllDone
            : Results.Contains(true) ? PartlyDone
            : AllFailed;
}
