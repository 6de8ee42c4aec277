using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PayFunctions.Reconciliation;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Reconciled days in memory.</summary>
internal sealed class MemoryReconciliationStore : IReconciliationStore
{
    private readonly ConcurrentDictionary<(string, string, DateOnly), ReconciliationRun> runs = [];

    private readonly ConcurrentDictionary<
        (string, string, DateOnly, DifferenceKind, bool, string), Difference> differences = [];

    private readonly ConcurrentDictionary<(string, string, BillKey), Carried> halves = [];

    /// <inheritdoc/>
    public Task<ReconciliationRun?> FindAsync(
        string channel, string account, DateOnly day, CancellationToken cancellation)
        => Task.FromResult(runs.GetValueOrDefault((channel, account, day)));

    /// <summary>What is carried between days.</summary>
    public IReadOnlyList<Carried> Halves =>
        [.. halves.Values.OrderBy(static h => h.Key.ToString(), StringComparer.Ordinal)];

    /// <summary>Runs before and after every write: a process may die there.</summary>
    public Action Around { get; set; } = static () => { };

    /// <inheritdoc/>
    public Task<ReconciliationRun?> ChangeAsync(
        string channel, string account, DateOnly day,
        Func<ReconciliationRun?, ReconciliationRun?> change, CancellationToken cancellation)
    {
        while (true)
        {
            var known = runs.GetValueOrDefault((channel, account, day));
            if (change(known) is not { } next)
            {
                return Task.FromResult<ReconciliationRun?>(null);
            }

            Around();
            if (known is null
                ? runs.TryAdd((channel, account, day), next)
                : runs.TryUpdate((channel, account, day), next, known))
            {
                Around();
                return Task.FromResult<ReconciliationRun?>(next);
            }
        }
    }

    /// <inheritdoc/>
    public Task AddAsync(
        ReconciliationRun run, IReadOnlyCollection<Difference> found,
        CancellationToken cancellation)
    {
        Around();
        foreach (var difference in found)
        {
            differences[(run.Channel, run.Account, run.Day, difference.Kind,
                difference.IsRefund, difference.Number)] = difference;
        }

        Around();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Difference> ReadAsync(
        ReconciliationRun run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        foreach (var (_, difference) in differences
            .Where(d => (d.Key.Item1, d.Key.Item2, d.Key.Item3)
                == (run.Channel, run.Account, run.Day))
            .OrderBy(static d => d.Key.Item4)
            .ThenBy(static d => d.Key.Item6, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return difference;
        }
    }

    /// <inheritdoc/>
    public Task CarryAsync(
        ReconciliationRun run, IReadOnlyCollection<Carried> carried,
        CancellationToken cancellation)
    {
        Around();
        foreach (var half in carried)
        {
            halves[(run.Channel, run.Account, half.Key)] = half;
        }

        Around();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Carried?> FindCarriedAsync(
        ReconciliationRun run, BillKey key, CancellationToken cancellation)
        => Task.FromResult(halves.GetValueOrDefault((run.Channel, run.Account, key)));
}
