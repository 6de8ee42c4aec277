using PayFunctions.Ledger;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Clearing;

/// <summary>
/// Calculates a closed day: what moved, and what came late to the days before. A day is calculated
/// once; whoever comes second changes nothing.
/// </summary>
internal sealed class CloseDay(IClearingStore store, IJournalStore journal, ReadCalendar calendar)
{
    /// <summary>Calculates a day of an application; of the house without one.</summary>
    public async Task RunAsync(
        Application? application, DateOnly day, CancellationToken cancellation)
    {
        var appId = application?.AppId ?? "";
        var scope = application is null
            ? JournalScope.House
            : JournalScope.OfApplication(appId);
        var latest = await store.LatestAsync(appId, JournalRules.LateDays, cancellation);
        if (latest.Any(stored => stored.Clearing.Day >= day))
        {
            return;
        }

        var late = LateSums.Nothing;
        var changed = new List<StoredClearing>();
        foreach (var stored in latest)
        {
            var now = await SumAsync(scope, stored.Clearing.Day, cancellation);
            var more = ClearingRules.LateOf(stored.Clearing, now);
            if (!more.IsNothing)
            {
                late = late.With(more);
                changed.Add(stored with
                {
                    Clearing = stored.Clearing with
                    {
                        CountedNetFen = now.Sums.NetFen,
                        Counted = now.Accounts,
                    },
                });
            }
        }

        await store.AddAsync(
            ClearingRules.Of(
                appId, day, await SumAsync(scope, day, cancellation),
                latest.Count > 0 ? latest[0].Clearing : null, late,
                new ClearingTerms(
                    application?.ClearingDays ?? 0, application?.ClearingThresholdFen ?? 0,
                    calendar.Value)),
            changed, cancellation);
    }

    private async Task<DaySums> SumAsync(
        JournalScope scope, DateOnly day, CancellationToken cancellation)
    {
        var sums = DaySums.Nothing;
        await foreach (var entry in journal.ReadAsync(scope, day, cancellation))
        {
            sums = sums.With(entry);
        }

        return sums;
    }
}
