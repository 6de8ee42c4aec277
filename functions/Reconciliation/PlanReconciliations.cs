using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Plans the days that are over and were not planned yet, for every account whose channel has
/// bills. A day that is planned twice is reconciled once.
/// </summary>
internal sealed class PlanReconciliations(
    ChannelRouter channels, IAccountStore accounts, IReconciliationStore store,
    IReconcileQueue queue, TimeProvider time)
{
    /// <summary>Plans what is due.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var last = BeijingDay.Of(now - RunSchedule.After).AddDays(-1);
        foreach (var channel in channels.Channels.OfType<IDailyBill>())
        {
            await foreach (var account in accounts.ListAsync(channel.Name, cancellation))
            {
                for (var day = last.AddDays(1 - RunSchedule.DaysBack); day <= last;
                    day = day.AddDays(1))
                {
                    if (await store.FindAsync(channel.Name, account, day, cancellation) is null)
                    {
                        await PlanAsync(channel.Name, account, day, again: false, cancellation);
                    }
                }
            }
        }
    }

    /// <summary>Plans one day, whether it was reconciled or not. The message goes first.</summary>
    public async Task<ReconciliationRun> PlanAsync(
        string channel, string account, DateOnly day, bool again, CancellationToken cancellation)
    {
        await queue.PlanAsync(
            new ReconcileMessage(channel, account, day, again), TimeSpan.Zero, cancellation);
        var known = await store.FindAsync(channel, account, day, cancellation);
        var run = known is null
            ? new ReconciliationRun
            {
                Channel = channel,
                Account = account,
                Day = day,
                At = time.GetUtcNow(),
            }
            : known with { Tries = 0 };
        if (known is null || known.State == RunState.GivenUp)
        {
            await store.ChangeAsync(
                channel, account, day,
                now => now is null ? run
                    : now.State == RunState.GivenUp ? now with { Tries = 0 }
                    : null,
                cancellation);
        }

        return run;
    }
}
