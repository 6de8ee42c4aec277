namespace PayFunctions.Reconciliation;

/// <summary>
/// How much one message does. A partition of tables hands out some 2,000 rows in a second, so that
/// neither number comes near the five minutes a function may take.
/// </summary>
/// <param name="EntriesAtOnce">A day of so many journal entries is done by one message.</param>
/// <param name="EntriesOnSheet">Of a larger one, each step reads so many.</param>
internal sealed record RunLimits(int EntriesAtOnce, int EntriesOnSheet)
{
    /// <summary>Those of the gateway.</summary>
    public static RunLimits Default { get; } = new(100_000, 20_000);
}
