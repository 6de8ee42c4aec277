using Azure;
using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>A store of orders that can be down, for everything or for commits alone.</summary>
internal sealed class TroubledOrders(IOrderStore store) : IOrderStore
{
    /// <summary>Nothing is answered.</summary>
    public bool IsDown { get; set; }

    /// <summary>Reads are answered, commits are not.</summary>
    public bool RefusesCommits { get; set; }

    /// <summary>Runs before each commit; what it throws ends the process.</summary>
    public Action BeforeCommit { get; set; } = static () => { };

    public Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation)
    {
        ThrowIf(IsDown);
        return store.FindAsync(id, cancellation);
    }

    public Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation)
    {
        ThrowIf(IsDown);
        return store.FindFileAsync(id, cancellation);
    }

    public Task<StoredOrder?> CommitAsync(OrderMove move, CancellationToken cancellation)
    {
        ThrowIf(IsDown || RefusesCommits);
        BeforeCommit();
        return store.CommitAsync(move, cancellation);
    }

    public Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
    {
        ThrowIf(IsDown);
        return store.SaveAsync(notice, replacesETag, journaled, cancellation);
    }

    /// <inheritdoc/>
    public Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
    {
        ThrowIf(IsDown);
        return store.ForgetAsync(id, journaled, cancellation);
    }

    private static void ThrowIf(bool down)
    {
        if (down)
        {
            throw new RequestFailedException(503, "The server is busy.");
        }
    }
}
