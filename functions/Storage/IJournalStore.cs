using PayFunctions.Ledger;

namespace PayFunctions.Storage;

/// <summary>The journals: entries by whose they are and by day. Entries are added, never changed.
/// </summary>
internal interface IJournalStore
{
    /// <summary>
    /// Writes entries into their journals: what is about one order and of one day is one write,
    /// unless it is very much. Writing it again changes nothing.
    /// </summary>
    Task WriteAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation);

    /// <summary>A journal's entries of a Beijing day, by time; read page by page.</summary>
    IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalScope scope, DateOnly day, CancellationToken cancellation);

    /// <summary>The same from behind a place on; from the first entry where it is empty.</summary>
    IAsyncEnumerable<JournalEntry> ReadFromAsync(
        JournalScope scope, DateOnly day, string after, CancellationToken cancellation);
}
