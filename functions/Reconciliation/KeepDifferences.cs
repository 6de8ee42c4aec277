using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>Writes what was found on a day, and what it explains on another.</summary>
internal sealed class KeepDifferences(IReconciliationStore store)
{
    /// <summary>How many are kept at once.</summary>
    public const int Batch = 100;

    /// <summary>Keeps what was found; how much of it is open.</summary>
    public async Task<long> RunAsync(
        ReconciliationRun run, List<Explanation> explanations, HashSet<DifferenceName> found,
        CancellationToken cancellation)
    {
        foreach (var (difference, _, meets) in explanations)
        {
            found.Add(DifferenceName.Of(difference));
            if (meets is { } half)
            {
                await ClearAsync(run, half, difference, cancellation);
            }
        }

        await store.CarryAsync(
            run, [.. explanations.Select(static e => e.Carry).OfType<Carried>()], cancellation);
        await store.AddAsync(
            run, [.. explanations.Select(static e => e.Difference)], cancellation);
        return explanations.Count(static e => !e.Difference.IsCleared);
    }

    /// <summary>What an earlier run found and this one did not is settled.</summary>
    public async Task SettleAsync(
        ReconciliationRun run, Func<Difference, bool> isThere, CancellationToken cancellation)
    {
        await foreach (var chunk in store.ReadAsync(run, cancellation)
            .Where(known => !known.IsCleared && !isThere(known))
            .Chunk(Batch).WithCancellation(cancellation))
        {
            await store.AddAsync(
                run,
                [
                    .. chunk.Select(static known => known with
                    {
                        Detail = "not there any more",
                        IsCleared = true,
                    }),
                ],
                cancellation);
        }
    }

    /// <summary>What was open on the other half's day is explained by this one.</summary>
    private async Task ClearAsync(
        ReconciliationRun by, Carried half, Difference found, CancellationToken cancellation)
    {
        if (half.IsRecovered)
        {
            return;
        }

        var other = by with { Day = half.Day };
        await store.AddAsync(
            other,
            [
                Explanation.Met(
                    found with
                    {
                        Kind = half.IsOurs
                            ? DifferenceKind.OnlyHere
                            : DifferenceKind.CrossedMidnight,
                    },
                    by.Day),
            ],
            cancellation);
        if (await store.FindAsync(other.Channel, other.Account, other.Day, cancellation)
            is { Open: > 0 } run)
        {
            var open = await store.ReadAsync(run, cancellation)
                .CountAsync(static difference => !difference.IsCleared, cancellation);
            await store.ChangeAsync(
                other.Channel, other.Account, other.Day,
                known => known is { Open: > 0 } ? known with { Open = open } : null,
                cancellation);
        }
    }
}
