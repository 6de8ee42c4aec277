using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Orders and their notices. Every write is guarded by an ETag.</summary>
internal interface IOrderStore
{
    /// <summary>One point read.</summary>
    Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation);

    /// <summary>One query of the order's partition.</summary>
    Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation);

    /// <summary>Writes a move as one batch. The order as it stands then; null when somebody else
    /// wrote first: read and decide again.</summary>
    Task<StoredOrder?> CommitAsync(OrderMove move, CancellationToken cancellation);

    /// <summary>
    /// Replaces a notice, and forgets in the same batch that entries are to be journaled.
    /// </summary>
    Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation);

    /// <summary>Forgets that entries are to be journaled; once is enough.</summary>
    Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation);
}
