using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Platform;
using PayFunctions.Reconciliation;
using PayFunctions.Storage;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// Reconciles days of ten thousand lines, a hundred thousand, a million and two, as the queue has
/// it done, over a journal and a bill that cost nothing to hold. A measured run, not a test: times
/// mean something only beside each other.
/// </summary>
internal static class ReconcileMeasure
{
    private const int Kilo = 1_000;
    private const int Repetitions = 5;
    private const double MebiByte = 1024 * 1024;

    private static readonly int[] Sizes =
        [10 * Kilo, 100 * Kilo, Kilo * Kilo, BillMatch.MaxLines];

    /// <summary>Measures, and writes a line for each size.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync(
            "lines | messages | ms (best) | times the one before | allocated, MiB "
            + "| held at the bill's end, MiB | bytes held a line | resident at most, MiB");
        await OnceAsync(Sizes[0]);
        var before = TimeSpan.Zero;
        foreach (var lines in Sizes)
        {
            var best = await OnceAsync(lines);
            for (var i = 1; i < Repetitions; i++)
            {
                var again = await OnceAsync(lines);
                best = again.Took < best.Took ? again : best;
            }

            using var process = Process.GetCurrentProcess();
            await output.WriteLineAsync(FormattableString.Invariant(
                $"{lines} | {best.Messages} | {best.Took.TotalMilliseconds:F0} | ")
                + FormattableString.Invariant(
                    $"{(before == TimeSpan.Zero ? 0 : best.Took / before):F1} | ")
                + FormattableString.Invariant(
                    $"{best.Allocated / MebiByte:F1} | {best.Held / MebiByte:F1} | ")
                + FormattableString.Invariant(
                    $"{best.Held / (double)lines:F1} | {process.PeakWorkingSet64 / MebiByte:F0}"));
            before = best.Took;
        }
    }

    private static async Task<Measured> OnceAsync(int lines)
    {
        var day = new SampleDay(lines);
        using var sheets = new DiskSheets();
        var queue = new MemoryReconcileQueue(TimeProvider.System);
        await using var services = Services(day, sheets, queue);
        var consumer = services.GetRequiredService<ReconcileConsumer>();
        var (held, stopped) = (0L, TimeSpan.Zero);
        var start = GC.GetTotalMemory(forceFullCollection: true);
        day.AtLastRow = () =>
        {
            var since = Stopwatch.GetTimestamp();
            held = GC.GetTotalMemory(forceFullCollection: true) - start;
            stopped = Stopwatch.GetElapsedTime(since);
        };
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var began = Stopwatch.GetTimestamp();
        var message = new ReconcileMessage(day.Name, "main", SampleDay.Day);
        var messages = 0;
        while (true)
        {
            messages++;
            await consumer.RunAsync(message, default);
            if (queue.Queue.Messages is not [var next, ..])
            {
                break;
            }

            queue.Queue.Delete(next.MessageId, next.PopReceipt);
            message = next.Body;
        }

        var took = Stopwatch.GetElapsedTime(began) - stopped;
        Check(
            lines,
            await services.GetRequiredService<IReconciliationStore>()
                .FindAsync(day.Name, "main", SampleDay.Day, default));
        return new Measured(
            messages, took, GC.GetTotalAllocatedBytes(precise: true) - allocated, held);
    }

    private static void Check(int lines, ReconciliationRun? run)
    {
        var odd = lines / SampleDay.OddOneIn;
        if (run is not { State: RunState.Done } || run.Rows != lines
            || run.Matched != lines - odd || run.Open != 2 * odd)
        {
            throw new InvalidOperationException($"The day is not reconciled: {run}");
        }
    }

    private static ServiceProvider Services(
        SampleDay day, DiskSheets sheets, MemoryReconcileQueue queue)
        => new ServiceCollection()
            .AddLogging()
            .AddGateway(new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Gateway:PublicUri"] = "https://pay.example/",
                    ["Keys:LocalFolder"] = Path.GetTempPath(),
                    ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
                })
                .Build())
            .AddSingleton<IChannel>(day)
            .AddSingleton<IJournalStore>(day)
            .AddSingleton<ISheetStore>(sheets)
            .AddSingleton<IReconcileQueue>(queue)
            .AddSingleton<IReconciliationStore>(new MemoryReconciliationStore())
            .AddSingleton<IAccountStore>(MemoryAccountStore.With(new ChannelAccount
            {
                Channel = day.Name,
                Name = "main",
                Environment = AccountEnvironment.Production,
                FeeBasisPoints = 60,
            }))
            .BuildServiceProvider();

    private sealed record Measured(int Messages, TimeSpan Took, long Allocated, long Held);
}
