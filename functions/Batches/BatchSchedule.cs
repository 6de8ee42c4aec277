namespace PayFunctions.Batches;

/// <summary>When the ends of a batch's refunds are looked for.</summary>
internal static class BatchSchedule
{
    /// <summary>How often they are; every refund goes on being followed by itself.</summary>
    public const int MaxLooks = 60;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>How long to wait after so many looks.</summary>
    public static TimeSpan DelayAfter(int looks)
        => First * (1 << Math.Min(looks, 8)) is var delay && delay < Longest ? delay : Longest;
}
