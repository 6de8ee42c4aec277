using PayFunctions.Platform;
using PayFunctions.Statements;
using PayFunctions.Storage;

namespace PayFunctions.Clearing;

/// <summary>Calculates every closed day that was not, of every application and of the house.
/// </summary>
internal sealed class CloseDays(
    IApplicationStore applications, IClearingStore store, IJournalStore journal, CloseDay close,
    TimeProvider time)
{
    /// <summary>The most days of one application that a run calculates.</summary>
    public const int MaxDays = 31;

    /// <summary>How many days before the first calculation are taken in.</summary>
    public const int FirstDays = 7;

    /// <summary>How many days before may have a payout that was not journaled.</summary>
    public const int PayoutDays = 60;

    /// <summary>Calculates what is due.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var application in applications.ListAsync(cancellation))
        {
            await RunAsync(application, cancellation);
        }

        // Last: a day of the house says that everybody's is there.
        await RunAsync(null, cancellation);
    }

    private async Task RunAsync(Application? application, CancellationToken cancellation)
    {
        var last = StatementSchedule.LastClosed(time.GetUtcNow());
        var known = await store.LatestAsync(
            application?.AppId ?? "", PayoutDays, cancellation);
        await BookPayoutsAsync(known, cancellation);
        var first = known.Count > 0
            ? known[0].Clearing.Day.AddDays(1)
            : last.AddDays(1 - FirstDays);
        for (var (day, left) = (first, MaxDays); day <= last && left > 0;
            (day, left) = (day.AddDays(1), left - 1))
        {
            await close.RunAsync(application, day, cancellation);
        }
    }

    /// <summary>A payout that was recorded, and not journaled because the process died, is now.
    /// </summary>
    private async Task BookPayoutsAsync(
        IReadOnlyList<StoredClearing> known, CancellationToken cancellation)
    {
        foreach (var stored in known)
        {
            if (!stored.Clearing.IsBooked && PayoutRules.Of(stored.Clearing) is { } entry)
            {
                await journal.WriteAsync([entry], cancellation);
                await store.SaveAsync(
                    stored with { Clearing = stored.Clearing with { IsBooked = true } },
                    cancellation);
            }
        }
    }
}
