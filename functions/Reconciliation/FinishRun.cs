using Microsoft.Extensions.Logging;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>Ends a run: it is done when all else is written, and then its fees are booked.
/// </summary>
internal sealed partial class FinishRun(
    IReconciliationStore store, IJournalStore journal, TimeProvider time,
    ILogger<FinishRun> logger)
{
    /// <summary>Records what the run came to, unless another look was there first.</summary>
    public async Task RunAsync(
        ReconciliationRun run, RunProgress sums, CancellationToken cancellation)
    {
        if (sums.Open > 0)
        {
            Log.Differences(logger, run.Channel, run.Account, run.Day, sums.Open);
        }

        var now = time.GetUtcNow();
        var done = await store.ChangeAsync(
            run.Channel, run.Account, run.Day,
            known => (known ?? run).IsAt(run)
                ? ChannelFeeRules.Book(
                    (known ?? run) with
                    {
                        State = RunState.Done,
                        Reason = null,
                        At = now,
                        Rows = sums.Rows,
                        Matched = sums.Matched,
                        Open = sums.Open,
                        Progress = null,
                    },
                    ChannelFeeRules.InFen(sums.FeeMilliFen))
                : null,
            cancellation);
        if (done is not null)
        {
            await JournalAsync(done, cancellation);
        }
    }

    /// <summary>
    /// The run says what it booked; the journals are written behind it, and again whenever it is
    /// looked at: a process may have died between the two.
    /// </summary>
    public Task JournalAsync(ReconciliationRun run, CancellationToken cancellation)
        => ChannelFeeRules.EntryOf(run) is { } entry
            ? journal.WriteAsync([entry], cancellation)
            : Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM reconciliation_differences: {Channel}/{Account} on {Day}: {Open} differences; "
            + "GET /platform/reconciliations shows them.")]
        public static partial void Differences(
            ILogger logger, string channel, string account, DateOnly day, long open);
    }
}
