using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Journals in memory.</summary>
internal sealed class MemoryJournalStore : IJournalStore
{
    private readonly ConcurrentDictionary<
        (JournalScope Scope, DateOnly Day, string Key), JournalEntry> rows = [];

    /// <summary>Every entry of a journal, by time.</summary>
    public IReadOnlyList<JournalEntry> Of(JournalScope scope) =>
    [
        .. rows.Where(row => row.Key.Scope == scope)
            .OrderBy(static row => row.Value.At.UtcTicks)
            .ThenBy(static row => row.Key.Key, StringComparer.Ordinal)
            .Select(static row => row.Value),
    ];

    /// <summary>Runs before every write: a process may die there.</summary>
    public Action BeforeWrite { get; set; } = static () => { };

    /// <summary>Runs before every reading: it takes time.</summary>
    public Action BeforeRead { get; set; } = static () => { };

    /// <summary>How often an entry was written into a journal.</summary>
    public int Writes { get; private set; }

    /// <inheritdoc/>
    public Task WriteAsync(
        IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BeforeWrite();
        foreach (var (entry, scope) in entries.SelectMany(
            static entry => entry.Scopes().Select(scope => (entry, scope))))
        {
            Writes++;
            rows[(scope, BeijingDay.Of(entry.At), $"{entry.Reference}:{entry.Version:D6}")] =
                entry;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalScope scope, DateOnly day, CancellationToken cancellation)
        => ReadFromAsync(scope, day, "", cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadFromAsync(
        JournalScope scope, DateOnly day, string after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        BeforeRead();
        foreach (var entry in Of(scope).Where(e => BeijingDay.Of(e.At) == day
            && string.CompareOrdinal(e.Place(), after) > 0))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry;
        }
    }
}
