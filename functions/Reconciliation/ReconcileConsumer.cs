using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Ledger;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Holds an account's bill of a day against its journal. It can be cut off anywhere and begun
/// again: everything it writes has a name of its own, and the run is done when all else is written.
/// </summary>
internal sealed partial class ReconcileConsumer(
    ChannelRouter channels, AccountDirectory accounts, IJournalStore journal,
    IReconciliationStore store, IReconcileQueue queue, ExplainRow explain,
    IOptions<TroubleOptions> trouble, TimeProvider time, ILogger<ReconcileConsumer> logger)
{
    private const int DifferencesInBatch = 100;

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
        await JournalAsync(run, cancellation);
        if (run.State == RunState.Done && !message.Again)
        {
            return;
        }

        if (channels.ForName<IDailyBill>(message.Channel) is not { } channel
            || await accounts.FindAsync(message.Channel, message.Account, cancellation)
                is not { } account)
        {
            Log.NoBill(logger, message.Channel, message.Account);
            return;
        }

        switch (await channel.OpenBillAsync(message.Account, message.Day, cancellation))
        {
            case BillReady ready:
                await MatchAsync(run, account, ready.Rows, message, cancellation);
                break;
            case BillEmpty:
                await MatchAsync(
                    run, account, AsyncEnumerable.Empty<BillRow>(), message, cancellation);
                break;
            case BillNotReady not:
                await WaitAsync(run, RunState.BillNotReady, not.Reason, message, cancellation);
                break;
            case BillUnknown unknown:
                await WaitAsync(run, RunState.BillUnknown, unknown.Reason, message, cancellation);
                break;
            default:
                throw new InvalidOperationException("A bill of an unknown kind.");
        }
    }

    /// <summary>A bill that turns out to be broken changes nothing but what the run is.</summary>
    private async Task MatchAsync(
        ReconciliationRun run, ChannelAccount account, IAsyncEnumerable<BillRow> rows,
        ReconcileMessage message, CancellationToken cancellation)
    {
        var match = new BillMatch(account.FeeBasisPoints);
        var strange = new List<(BillRow Row, Difference Difference)>();
        try
        {
            await foreach (var line in LinesAsync(run, cancellation))
            {
                match.Add(line);
            }

            await foreach (var row in rows.WithCancellation(cancellation))
            {
                if (match.Take(row) is { } difference)
                {
                    strange.Add((row, difference));
                    if (strange.Count > MaxDifferences)
                    {
                        throw new BillBrokenException(
                            $"the bill has more than {MaxDifferences} differences");
                    }
                }
            }
        }
        catch (BillAbsentException e) when (!e.IsFinal)
        {
            await WaitAsync(run, RunState.BillNotReady, e.Message, message, cancellation);
            return;
        }
        catch (BillAbsentException)
        {
            // Nothing moved: what our journal has is only here.
        }
        catch (BillBrokenException e)
        {
            await WaitAsync(run, RunState.BillBroken, e.Message, message, cancellation);
            return;
        }

        await FinishAsync(run, match, strange, cancellation);
    }

    /// <summary>The most differences of a day: more is another account's bill.</summary>
    public const int MaxDifferences = 100_000;

    private async Task FinishAsync(
        ReconciliationRun run, BillMatch match,
        List<(BillRow Row, Difference Difference)> strange, CancellationToken cancellation)
    {
        var open = 0L;
        var found = new HashSet<(DifferenceKind, bool, string)>();
        foreach (var chunk in strange.Chunk(DifferencesInBatch))
        {
            var explanations = new List<Explanation>();
            foreach (var (row, difference) in chunk)
            {
                explanations.Add(difference.Kind == DifferenceKind.OnlyAtChannel
                    ? await explain.RunAsync(run, row, cancellation)
                    : new Explanation(difference));
            }

            open += await KeepAsync(run, explanations, found, cancellation);
        }

        await foreach (var chunk in LinesAsync(run, cancellation)
            .Where(match.IsMissing).Chunk(DifferencesInBatch).WithCancellation(cancellation))
        {
            var explanations = new List<Explanation>();
            foreach (var line in chunk)
            {
                explanations.Add(await MissingAsync(run, line, cancellation));
            }

            open += await KeepAsync(run, explanations, found, cancellation);
        }

        await SettleAsync(run, found, cancellation);
        if (open > 0)
        {
            Log.Differences(logger, run.Channel, run.Account, run.Day, open);
        }

        var done = ChannelFeeRules.Book(
            run with
            {
                State = RunState.Done,
                Reason = null,
                At = time.GetUtcNow(),
                Rows = match.Rows,
                Matched = match.Matched,
                Open = open,
            },
            ChannelFeeRules.InFen(match.FeeMilliFen));
        await store.SaveAsync(done, cancellation);
        await JournalAsync(done, cancellation);
    }

    /// <summary>
    /// The run says what it booked; the journals are written behind it, and again whenever it is
    /// looked at: a process may have died between the two.
    /// </summary>
    private Task JournalAsync(ReconciliationRun run, CancellationToken cancellation)
        => ChannelFeeRules.EntryOf(run) is { } entry
            ? journal.WriteAsync([entry], cancellation)
            : Task.CompletedTask;

    private async Task<Explanation> MissingAsync(
        ReconciliationRun run, JournalLine line, CancellationToken cancellation)
    {
        var key = BillKey.Of(line)!.Value;
        var half = await store.FindCarriedAsync(run, key, cancellation);
        var open = new Difference(
            DifferenceKind.OnlyHere, line.RefundNumber ?? line.Number,
            line.RefundNumber is not null, line.Fen, TheirFen: null, line.ChannelTradeNo, "");
        return CarriedRules.Of(half, run.Day, isOurs: true) switch
        {
            CarriedVerdict.New => new Explanation(
                open, new Carried(key, run.Day, IsOurs: true, line.Fen)),
            CarriedVerdict.Met => new Explanation(Explanation.Met(open, half!.MetOn!.Value)),
            CarriedVerdict.Meets => new Explanation(
                Explanation.Met(
                    open with { Kind = DifferenceKind.CrossedMidnight, TheirFen = half!.Fen },
                    half.Day),
                half with { MetOn = run.Day },
                half),
            _ => new Explanation(open),
        };
    }

    /// <summary>Keeps what was found; how much of it is open.</summary>
    private async Task<long> KeepAsync(
        ReconciliationRun run, List<Explanation> explanations,
        HashSet<(DifferenceKind, bool, string)> found, CancellationToken cancellation)
    {
        foreach (var (difference, _, meets) in explanations)
        {
            found.Add((difference.Kind, difference.IsRefund, difference.Number));
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
            await store.SaveAsync(run with { Open = open }, cancellation);
        }
    }

    /// <summary>What an earlier run found and this one did not is settled.</summary>
    private async Task SettleAsync(
        ReconciliationRun run, HashSet<(DifferenceKind, bool, string)> found,
        CancellationToken cancellation)
    {
        await foreach (var chunk in store.ReadAsync(run, cancellation)
            .Where(known => !known.IsCleared
                && !found.Contains((known.Kind, known.IsRefund, known.Number)))
            .Chunk(DifferencesInBatch).WithCancellation(cancellation))
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

    private IAsyncEnumerable<JournalLine> LinesAsync(
        ReconciliationRun run, CancellationToken cancellation)
        => journal
            .ReadAsync(
                JournalScope.OfAccount(run.Channel, run.Account), run.Day, cancellation)
            .SelectMany(static entry => entry.Lines.ToAsyncEnumerable())
            .Where(line => string.Equals(
                line.Account, run.Account, StringComparison.Ordinal)
                && string.Equals(
                    Chart.ChannelOf(line.Product), run.Channel, StringComparison.Ordinal));

    /// <summary>Plans the next try before this one is recorded.</summary>
    private async Task WaitAsync(
        ReconciliationRun run, RunState state, string reason, ReconcileMessage message,
        CancellationToken cancellation)
    {
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

        await store.SaveAsync(
            run with
            {
                State = delay is null ? RunState.GivenUp : state,
                Reason = reason,
                Tries = tries,
                At = time.GetUtcNow(),
            },
            cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM reconciliation_differences: {Channel}/{Account} on {Day}: {Open} differences; "
            + "GET /platform/reconciliations shows them.")]
        public static partial void Differences(
            ILogger logger, string channel, string account, DateOnly day, long open);

        [LoggerMessage(2, LogLevel.Error,
            "ALARM reconciliation_given_up: {Channel}/{Account} on {Day} has no bill that can be "
            + "believed ({State}: {Reason}); plan it again when the channel has one.")]
        public static partial void GivenUp(
            ILogger logger, string channel, string account, DateOnly day, RunState state,
            string reason);

        [LoggerMessage(3, LogLevel.Warning,
            "{Channel}/{Account} on {Day} cannot be reconciled now; it is put off.")]
        public static partial void PutOff(
            ILogger logger, Exception exception, string channel, string account, DateOnly day);

        [LoggerMessage(4, LogLevel.Warning, "{Channel}/{Account} has no bills.")]
        public static partial void NoBill(ILogger logger, string channel, string account);
    }
}
