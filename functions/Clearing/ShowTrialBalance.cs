using System.Collections.Immutable;
using PayFunctions.Storage;

namespace PayFunctions.Clearing;

/// <summary>
/// The books of a closed day: what moved on every account, and what every account stands at. Both
/// sum to zero.
/// </summary>
internal sealed class ShowTrialBalance(IApplicationStore applications, IClearingStore store)
{
    /// <summary>Adds up the applications and the house; null when the day was not calculated.
    /// </summary>
    public async Task<TrialBalance?> RunAsync(DateOnly day, CancellationToken cancellation)
    {
        if (await store.FindAsync("", day, cancellation) is not { Clearing: var house })
        {
            return null;
        }

        var moved = house.Counted;
        var stands = house.Balances;
        await foreach (var application in applications.ListAsync(cancellation))
        {
            if (await store.FindAsync(application.AppId, day, cancellation)
                is { Clearing: var clearing })
            {
                moved = ClearingRules.Sum(moved, clearing.Counted);
                stands = ClearingRules.Sum(stands, clearing.Balances);
            }
        }

        return new TrialBalance(day, moved, stands);
    }
}

/// <summary>The books of a closed day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Moved">What moved on each account, what came late to the day included.</param>
/// <param name="Stands">What each account stands at after it.</param>
internal sealed record TrialBalance(
    DateOnly Day,
    ImmutableSortedDictionary<string, long> Moved,
    ImmutableSortedDictionary<string, long> Stands);
