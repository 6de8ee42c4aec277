using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Holds an account's bill of a day against its journal: an ordinary day at once, a large one in
/// steps. It can be cut off anywhere and begun again: everything it writes has a name of its own,
/// and the run is done when all else is written.
/// </summary>
internal sealed partial class ReconcileConsumer(
    ChannelRouter channels, AccountDirectory accounts, AccountJournal journal,
    IReconciliationStore store, IReconcileQueue queue, ExplainBill explainBill,
    ExplainLines explainLines, KeepDifferences keep, FinishRun finish, PutOffRun putOff,
    ReconcileSteps steps, RunLimits limits, IOptions<TroubleOptions> trouble, TimeProvider time,
    ILogger<ReconcileConsumer> logger)
{
    /// <summary>Handles one message; trouble that passes puts it off.</summary>
    public async Task RunAsync(ReconcileMessage message, CancellationToken cancellation)
    {
        try
        {
            await ReconcileAsync(message, cancellation);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.PutOff(logger, e, message.Channel, message.Account, message.Day);
            await queue.PlanAsync(message, trouble.Value.Pause, cancellation);
        }
    }

    private async Task ReconcileAsync(ReconcileMessage message, CancellationToken cancellation)
    {
        var run = await store.FindAsync(
            message.Channel, message.Account, message.Day, cancellation)
            ?? new ReconciliationRun
            {
                Channel = message.Channel,
                Account = message.Account,
                Day = message.Day,
                At = time.GetUtcNow(),
            };
        await finish.JournalAsync(run, cancellation);
        if (message.Pass > 0 && message.Pass <= run.Pass)
        {
            await steps.RunAsync(run, message, cancellation);
        }
        else if (message.Again || message.Pass > run.Pass
            || (run.State != RunState.Done && run.Progress is null))
        {
            await BeginAsync(run, message, cancellation);
        }
    }

    private async Task BeginAsync(
        ReconciliationRun run, ReconcileMessage message, CancellationToken cancellation)
    {
        if (channels.ForName<IDailyBill>(message.Channel) is not { } channel
            || await accounts.FindAsync(message.Channel, message.Account, cancellation)
                is not { } account)
        {
            Log.NoBill(logger, message.Channel, message.Account);
            return;
        }

        var asked = time.GetUtcNow();
        var opening = await channel.OpenBillAsync(message.Account, message.Day, cancellation);
        if (HoldBill.WhyNot(opening) is { } not)
        {
            await putOff.RunAsync(run, not, message, cancellation);
            return;
        }

        var match = new BillMatch(account.FeeBasisPoints);
        if (!await TryReadAsync(run, match, cancellation))
        {
            await steps.BeginAsync(run, message, cancellation);
            return;
        }

        if (time.GetUtcNow() - asked > RunSchedule.OpeningAge)
        {
            opening = await channel.OpenBillAsync(message.Account, message.Day, cancellation);
        }

        var held = await HoldBill.RunAsync(opening, match, cancellation);
        await (held.Trouble is null
            ? EndAsync(run, match, held.Strange, cancellation)
            : putOff.RunAsync(run, held, message, cancellation));
    }

    /// <summary>Reads the whole journal; false when it is too large for that.</summary>
    private async Task<bool> TryReadAsync(
        ReconciliationRun run, BillMatch match, CancellationToken cancellation)
    {
        var entries = 0;
        await foreach (var entry in journal.ReadAsync(run, "", cancellation))
        {
            if (++entries > limits.EntriesAtOnce)
            {
                return false;
            }

            foreach (var line in AccountJournal.LinesOf(run, entry)
                .Select(SheetLine.Of).OfType<SheetLine>())
            {
                match.Add(line);
            }
        }

        return true;
    }

    private async Task EndAsync(
        ReconciliationRun run, BillMatch match,
        IReadOnlyList<(BillRow Row, Difference Difference)> strange,
        CancellationToken cancellation)
    {
        var found = new HashSet<DifferenceName>();
        var open = await explainBill.RunAsync(run, strange, found, cancellation);
        if (match.Missing > 0)
        {
            var missing = journal.ReadAsync(run, "", cancellation)
                .SelectMany(entry => AccountJournal.LinesOf(run, entry).ToAsyncEnumerable())
                .Where(match.IsMissing);
            open += await explainLines.RunAsync(run, missing, found, cancellation);
        }

        await keep.SettleAsync(
            run, known => found.Contains(DifferenceName.Of(known)), cancellation);
        await finish.RunAsync(
            run,
            new RunProgress
            {
                Rows = match.Rows,
                Matched = match.Matched,
                FeeMilliFen = match.FeeMilliFen,
                Open = open,
            },
            cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "{Channel}/{Account} on {Day} cannot be reconciled now; it is put off.")]
        public static partial void PutOff(
            ILogger logger, Exception exception, string channel, string account, DateOnly day);

        [LoggerMessage(2, LogLevel.Warning, "{Channel}/{Account} has no bills.")]
        public static partial void NoBill(ILogger logger, string channel, string account);
    }
}
