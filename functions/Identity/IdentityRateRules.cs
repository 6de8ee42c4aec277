namespace PayFunctions.Identity;

/// <summary>
/// A bucket that holds an hour's checks and fills at an even pace: an application may ask for all
/// of them at once, and never for more in any hour than twice as many.
/// </summary>
internal static class IdentityRateRules
{
    private const long Whole = 1_000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Takes one, or says when there is one again.</summary>
    /// <param name="rate">What was left; null for a bucket that nobody took from.</param>
    /// <param name="perHour">How many an hour has.</param>
    /// <param name="now">Now.</param>
    /// <returns>What is left, or how long to wait. Neither: there is never one.</returns>
    public static (IdentityRate? Next, TimeSpan? Wait) Take(
        IdentityRate? rate, int perHour, DateTimeOffset now)
    {
        if (perHour <= 0)
        {
            return (null, null);
        }

        var most = perHour * Whole;
        var left = rate is null ? most : Filled(rate, most, now);
        return left >= Whole
            ? (new IdentityRate(left - Whole, now), null)
            : (null, TimeSpan.FromTicks((((Whole - left) * Hour.Ticks) + most - 1) / most));
    }

    // A clock that went back fills nothing.
    private static long Filled(IdentityRate rate, long most, DateTimeOffset now)
    {
        var passed = Math.Clamp((now - rate.At).Ticks, 0, Hour.Ticks);
        return Math.Min(most, rate.Left + (long)((Int128)most * passed / Hour.Ticks));
    }
}
