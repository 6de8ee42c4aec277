using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>
/// Orders in memory, one partition each. As in the table: a write is guarded by the ETag it
/// replaces, a batch adds its event and its notice or does nothing at all, and every write makes
/// a new ETag.
/// </summary>
internal sealed class MemoryOrderStore : IOrderStore, IOrderEntryStore
{
    private readonly Lock door = new();
    private readonly Dictionary<OrderId, Partition> partitions = [];
    private long writes;

    /// <summary>Every order as it is now, in the order of creation.</summary>
    public IReadOnlyList<Order> Orders
    {
        get
        {
            lock (door)
            {
                return [.. partitions.Values.Select(static p => p.Stored.Order)];
            }
        }
    }

    /// <summary>What was committed to an order, the first move first.</summary>
    public IReadOnlyList<OrderMove> MovesOf(OrderId id)
    {
        lock (door)
        {
            return partitions.TryGetValue(id, out var partition) ? [.. partition.Moves] : [];
        }
    }

    /// <inheritdoc/>
    public Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (door)
        {
            return Task.FromResult(partitions.GetValueOrDefault(id)?.Stored);
        }
    }

    /// <inheritdoc/>
    public Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (door)
        {
            return Task.FromResult(partitions.TryGetValue(id, out var partition)
                ? new OrderFile(
                    partition.Stored, [.. partition.Notices.Values], [.. partition.Posted.Values])
                : null);
        }
    }

    /// <inheritdoc/>
    Task<IReadOnlyList<OrderEntry>> IOrderEntryStore.FindAsync(
        OrderId id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<OrderEntry>>(
        [
            .. MovesOf(id).Select(static m => new OrderEntry(
                m.Next.Version, m.Event.ToString(), m.Next.State.ToString(), m.At, m.Postings)),
        ]);
    }

    /// <inheritdoc/>
    public Task<StoredOrder?> CommitAsync(OrderMove move, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (door)
        {
            return Task.FromResult(Commit(move));
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (door)
        {
            var notices = partitions.GetValueOrDefault(notice.Id.Order)?.Notices;
            if (notices is null || !notices.TryGetValue(notice.Id.ToString(), out var known))
            {
                throw new InvalidOperationException($"There is no notice {notice.Id}.");
            }

            if (!Matches(known.ETag, replacesETag))
            {
                return Task.FromResult(CommitVerdict.RaceLost);
            }

            notices[notice.Id.ToString()] = new StoredNotice(notice, NextETag());
            Forget(notice.Id.Order, journaled);
            return Task.FromResult(CommitVerdict.Committed);
        }
    }

    /// <inheritdoc/>
    public Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (door)
        {
            Forget(id, journaled);
            return Task.CompletedTask;
        }
    }

    /// <summary>The entries that are to be journaled, of all orders.</summary>
    public IReadOnlyList<JournalEntry> Posted
    {
        get
        {
            lock (door)
            {
                return [.. partitions.Values.SelectMany(static p => p.Posted.Values)];
            }
        }
    }

    private void Forget(OrderId id, IReadOnlyList<JournalEntry> journaled)
    {
        foreach (var entry in journaled)
        {
            partitions[id].Posted.Remove(entry.Version);
        }
    }

    private StoredOrder? Commit(OrderMove move)
    {
        var partition = partitions.GetValueOrDefault(move.Next.Id);
        if (partition is null && move.ReplacesETag is not null)
        {
            throw new InvalidOperationException($"There is no order {move.Next.Id}.");
        }

        if (!Fits(partition, move))
        {
            return null;
        }

        var etag = NextETag();
        partition ??= partitions[move.Next.Id] = new Partition();
        partition.Stored = new StoredOrder(move.Next, etag);
        partition.Moves.Add(move);
        if (move.Notice is { } notice)
        {
            partition.Notices.Add(notice.Id.ToString(), new StoredNotice(notice, etag));
        }

        if (move.Journal is { } entry)
        {
            partition.Posted.Add(entry.Version, entry);
        }

        return partition.Stored;
    }

    /// <summary>Whether every action of the batch would succeed.</summary>
    private static bool Fits(Partition? partition, OrderMove move)
        => partition is null
            || (Matches(partition.Stored.ETag, move.ReplacesETag)
                && partition.Moves.TrueForAll(m => m.Next.Version != move.Next.Version)
                && (move.Notice is null
                    || !partition.Notices.ContainsKey(move.Notice.Id.ToString())));

    private static bool Matches(string etag, string? replaced)
        => string.Equals(etag, replaced, StringComparison.Ordinal);

    private string NextETag() => $"W/\"memory-{++writes:D8}\"";

    private sealed class Partition
    {
        public StoredOrder Stored { get; set; } = null!;

        public List<OrderMove> Moves { get; } = [];

        public SortedDictionary<int, JournalEntry> Posted { get; } = [];

        public SortedDictionary<string, StoredNotice> Notices { get; } =
            new(StringComparer.Ordinal);
    }
}
