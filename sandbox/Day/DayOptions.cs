namespace PayFunctions.Sandbox.Day;

/// <summary>A business day that is played.</summary>
internal sealed record DayOptions
{
    /// <summary>How many orders are made.</summary>
    public int Orders { get; init; } = 300;

    /// <summary>How many seconds the twenty-four hours take at least.</summary>
    public int Seconds { get; init; } = 60;

    /// <summary>What the day is drawn from: the same number is the same plan.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many times faster than real the day goes.</summary>
    public double Pace => TimeSpan.FromDays(1) / TimeSpan.FromSeconds(Seconds);
}
