using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>Orders behind the seam.</summary>
internal sealed class SeamedOrderStore(IOrderStore inner, Seam seam) : IOrderStore
{
    /// <inheritdoc/>
    public Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation)
        => seam.CrossAsync("orders.find", () => inner.FindAsync(id, cancellation));

    /// <inheritdoc/>
    public Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation)
        => seam.CrossAsync("orders.file", () => inner.FindFileAsync(id, cancellation));

    /// <inheritdoc/>
    public Task<StoredOrder?> CommitAsync(OrderMove move, CancellationToken cancellation)
        => seam.CrossAsync("orders.commit", () => inner.CommitAsync(move, cancellation));

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
        => seam.CrossAsync(
            "orders.save",
            () => inner.SaveAsync(notice, replacesETag, journaled, cancellation));

    /// <inheritdoc/>
    public Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
        => seam.CrossAsync("orders.forget", async () =>
        {
            await inner.ForgetAsync(id, journaled, cancellation);
            return true;
        });
}
