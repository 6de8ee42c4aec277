using Microsoft.Extensions.Logging;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>Has a bill asked for again that cannot be believed or had now.</summary>
internal sealed partial class PutOffRun(
    IReconciliationStore store, IReconcileQueue queue, TimeProvider time,
    ILogger<PutOffRun> logger)
{
    /// <summary>Plans the next try before this one is recorded.</summary>
    public async Task RunAsync(
        ReconciliationRun run, HeldBill held, ReconcileMessage message,
        CancellationToken cancellation)
    {
        var (state, reason) = (held.Trouble ?? RunState.BillUnknown, held.Reason);
        var tries = run.Tries + 1;
        var delay = RunSchedule.DelayAfter(tries);
        if (delay is { } wait)
        {
            await queue.PlanAsync(message, wait, cancellation);
        }
        else
        {
            Log.GivenUp(logger, run.Channel, run.Account, run.Day, state, reason);
        }

        var now = time.GetUtcNow();
        await store.ChangeAsync(
            run.Channel, run.Account, run.Day,
            known => (known ?? run).IsAt(run)
                ? (known ?? run) with
                {
                    State = delay is null ? RunState.GivenUp : state,
                    Reason = reason,
                    Tries = tries,
                    At = now,
                }
                : null,
            cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM reconciliation_given_up: {Channel}/{Account} on {Day} has no bill that can be "
            + "believed ({State}: {Reason}); plan it again when the channel has one.")]
        public static partial void GivenUp(
            ILogger logger, string channel, string account, DateOnly day, RunState state,
            string reason);
    }
}
