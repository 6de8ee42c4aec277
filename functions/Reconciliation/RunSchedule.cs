namespace PayFunctions.Reconciliation;

/// <summary>When a day is reconciled, and how often its bill is asked for.</summary>
internal static class RunSchedule
{
    /// <summary>How long after a day its bill is asked for: WeChat Pay names 10 o'clock, Alipay 9.
    /// </summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(10.5);

    /// <summary>How many days back are begun when they were not: a weekend without the gateway.
    /// </summary>
    public const int DaysBack = 4;

    /// <summary>How often a bill is asked for before a human is called.</summary>
    public const int MaxTries = 24;

    /// <summary>A bill that was opened longer ago is opened anew: the address that Alipay names for
    /// it lives half a minute.</summary>
    public static readonly TimeSpan OpeningAge = TimeSpan.FromSeconds(15);

    /// <summary>When the next step of a large day comes: this one is recorded by then.</summary>
    public static readonly TimeSpan AfterStep = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>How long to wait after so many tries in vain; null when it is enough.</summary>
    public static TimeSpan? DelayAfter(int tries)
        => tries >= MaxTries ? null
            : First * (1 << Math.Min(tries - 1, 4)) is var delay && delay < Longest ? delay
            : Longest;
}
