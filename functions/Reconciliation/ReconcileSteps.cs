using PayFunctions.Channels;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Goes on with a large day by one step. The run says what is next, not the message. The next
/// message goes out before a step is recorded; what is done twice is recorded once.
/// </summary>
internal sealed class ReconcileSteps(
    ChannelRouter channels, AccountDirectory accounts, IReconciliationStore store,
    ISheetStore sheets, IReconcileQueue queue, GatherSheet gather, MatchSheets match,
    ExplainSheet explain, FinishRun finish, PutOffRun putOff, TimeProvider time)
{
    /// <summary>Begins a day in steps.</summary>
    public async Task BeginAsync(
        ReconciliationRun run, ReconcileMessage message, CancellationToken cancellation)
    {
        var pass = run.Pass + 1;
        await queue.PlanAsync(
            message with { Again = false, Pass = pass, Step = 0 }, RunSchedule.AfterStep,
            cancellation);
        var now = time.GetUtcNow();
        await store.ChangeAsync(
            run.Channel, run.Account, run.Day,
            known => (known ?? run).Pass == run.Pass
                ? (known ?? run) with
                {
                    State = run.State == RunState.GivenUp ? RunState.Planned : run.State,
                    At = now,
                    Pass = pass,
                    Progress = new RunProgress(),
                }
                : null,
            cancellation);
    }

    /// <summary>Does the next step, unless the message is of one that is done.</summary>
    public async Task RunAsync(
        ReconciliationRun run, ReconcileMessage message, CancellationToken cancellation)
    {
        if (message.Pass < run.Pass)
        {
            return;
        }

        if (run.Progress is not { } at)
        {
            await sheets.DeleteAsync(run, run.Pass, cancellation);
            return;
        }

        if (message.Step >= at.Step && run.State != RunState.GivenUp
            && await StepAsync(run, at, message, cancellation) is { } next)
        {
            await queue.PlanAsync(
                message with { Step = next.Step }, RunSchedule.AfterStep, cancellation);
            await (next.IsOver()
                ? finish.RunAsync(run, next, cancellation)
                : RecordAsync(run, next, cancellation));
        }
    }

    private async Task<RunProgress?> StepAsync(
        ReconciliationRun run, RunProgress at, ReconcileMessage message,
        CancellationToken cancellation)
        => at.Stage switch
        {
            RunStage.Gathering => await GatherAsync(run, at, message, cancellation),
            RunStage.Matching => await MatchAsync(run, at, message, cancellation),
            _ => await explain.RunAsync(run, at, cancellation),
        };

    private async Task<RunProgress?> GatherAsync(
        ReconciliationRun run, RunProgress at, ReconcileMessage message,
        CancellationToken cancellation)
    {
        var next = await gather.RunAsync(run, at, cancellation);
        if (next.Lines <= BillMatch.MaxLines)
        {
            return next;
        }

        await putOff.RunAsync(
            run, HeldBill.Not(RunState.BillBroken, BillMatch.TooMany), message, cancellation);
        return null;
    }

    private async Task<RunProgress?> MatchAsync(
        ReconciliationRun run, RunProgress at, ReconcileMessage message,
        CancellationToken cancellation)
    {
        var (next, held) = channels.ForName<IDailyBill>(run.Channel) is { } channel
            && await accounts.FindAsync(run.Channel, run.Account, cancellation) is { } account
                ? await match.RunAsync(run, at, channel, account, cancellation)
                : (null, HeldBill.Not(RunState.BillUnknown, "the account is gone"));
        if (next is null)
        {
            await putOff.RunAsync(run, held, message, cancellation);
        }

        return next;
    }

    private async Task RecordAsync(
        ReconciliationRun run, RunProgress next, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await store.ChangeAsync(
            run.Channel, run.Account, run.Day,
            known => known?.IsAt(run) == true ? known with { Progress = next, At = now } : null,
            cancellation);
    }
}
