using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Inbox;

/// <summary>
/// Orders in memory whose readers wait for one another, so that all of them decide on the same
/// version and all but one lose the race.
/// </summary>
internal sealed class GatheringOrders : IOrderStore
{
    private readonly TaskCompletionSource gathered =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int awaited;
    private int commits;

    /// <summary>The store itself.</summary>
    public MemoryOrderStore Orders { get; } = new();

    /// <summary>How many commits were tried.</summary>
    public int Commits => Volatile.Read(ref commits);

    /// <summary>From now on that many readers gather before any of them goes on.</summary>
    public void GatherFor(int readers) => Volatile.Write(ref awaited, readers);

    public async Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation)
    {
        var found = await Orders.FindAsync(id, cancellation);
        if (Volatile.Read(ref awaited) == 0)
        {
            return found;
        }

        if (Interlocked.Decrement(ref awaited) == 0)
        {
            gathered.SetResult();
        }

        await gathered.Task.WaitAsync(cancellation);
        return found;
    }

    public Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation)
        => Orders.FindFileAsync(id, cancellation);

    public Task<StoredOrder?> CommitAsync(OrderMove move, CancellationToken cancellation)
    {
        Interlocked.Increment(ref commits);
        return Orders.CommitAsync(move, cancellation);
    }

    public Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
        => Orders.SaveAsync(notice, replacesETag, journaled, cancellation);

    /// <inheritdoc/>
    public Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
        => Orders.ForgetAsync(id, journaled, cancellation);
}
