using Azure;
using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Cashier;

/// <summary>Orders in memory behind a storage account that can be in trouble.</summary>
internal sealed class TroubledOrders(MemoryOrderStore orders) : IOrderStore
{
    private const int StatusBusy = 503;

    public bool Busy { get; set; }

    public Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation)
        => Reach().FindAsync(id, cancellation);

    public Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation)
        => Reach().FindFileAsync(id, cancellation);

    public Task<StoredOrder?> CommitAsync(OrderMove move, CancellationToken cancellation)
        => Reach().CommitAsync(move, cancellation);

    public Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
        => Reach().SaveAsync(notice, replacesETag, journaled, cancellation);

    /// <inheritdoc/>
    public Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
        => Reach().ForgetAsync(id, journaled, cancellation);

    private MemoryOrderStore Reach()
        => Busy ? throw new RequestFailedException(StatusBusy, "ServerBusy") : orders;
}
