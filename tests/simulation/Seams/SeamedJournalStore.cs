using PayFunctions.Ledger;
using PayFunctions.Storage;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>Journals and lists behind the seam.</summary>
internal sealed class SeamedJournalStore(
    MemoryJournalStore journal, MemoryOrderListStore list, Seam seam)
    : IJournalStore, IOrderListStore
{
    /// <inheritdoc/>
    public Task WriteAsync(
        IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
        => entries.Count == 0 ? Task.CompletedTask : seam.CrossAsync("journal.write", async () =>
        {
            await journal.WriteAsync(entries, cancellation);
            return true;
        });

    /// <inheritdoc/>
    public Task AddAsync(OrderListing listing, string appId, CancellationToken cancellation)
        => seam.CrossAsync("list.add", async () =>
        {
            await list.AddAsync(listing, appId, cancellation);
            return true;
        });

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalScope scope, DateOnly day, CancellationToken cancellation)
        => journal.ReadAsync(scope, day, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<JournalEntry> ReadFromAsync(
        JournalScope scope, DateOnly day, string after, CancellationToken cancellation)
        => journal.ReadFromAsync(scope, day, after, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<OrderListing> ReadAsync(
        string appId, DateOnly day, OrderListing? after, CancellationToken cancellation)
        => list.ReadAsync(appId, day, after, cancellation);
}
