using System.Collections.Concurrent;
using PayFunctions.Reconciliation;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Sheets in memory.</summary>
internal sealed class MemorySheetStore : ISheetStore
{
    private readonly ConcurrentDictionary<(string, string, DateOnly, SheetName), JournalSheet>
        sheets = [];

    /// <summary>How many there are.</summary>
    public int Count => sheets.Count;

    /// <summary>Runs before and after every write: a process may die there.</summary>
    public Action Around { get; set; } = static () => { };

    /// <inheritdoc/>
    public Task<JournalSheet?> FindAsync(
        ReconciliationRun run, SheetName name, CancellationToken cancellation)
        => Task.FromResult(
            sheets.GetValueOrDefault((run.Channel, run.Account, run.Day, name)));

    /// <inheritdoc/>
    public Task<JournalSheet> AddAsync(
        ReconciliationRun run, SheetName name, JournalSheet sheet,
        CancellationToken cancellation)
    {
        Around();
        var there = sheets.GetOrAdd((run.Channel, run.Account, run.Day, name), sheet);
        Around();
        return Task.FromResult(there);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(ReconciliationRun run, int pass, CancellationToken cancellation)
    {
        Around();
        foreach (var key in sheets.Keys.Where(key =>
            (key.Item1, key.Item2, key.Item3) == (run.Channel, run.Account, run.Day)
            && key.Item4.Pass <= pass))
        {
            sheets.TryRemove(key, out _);
        }

        Around();
        return Task.CompletedTask;
    }
}
