using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>Reconciled days and what was found.</summary>
internal interface IReconciliationStore
{
    /// <summary>A day's run; null when it was never planned.</summary>
    Task<ReconciliationRun?> FindAsync(
        string channel, string account, DateOnly day, CancellationToken cancellation);

    /// <summary>Keeps a day's run as it is now.</summary>
    Task SaveAsync(ReconciliationRun run, CancellationToken cancellation);

    /// <summary>Keeps differences of a day. A known one is replaced.</summary>
    Task AddAsync(
        ReconciliationRun run, IReadOnlyCollection<Difference> differences,
        CancellationToken cancellation);

    /// <summary>A day's differences, in a stable order.</summary>
    IAsyncEnumerable<Difference> ReadAsync(
        ReconciliationRun run, CancellationToken cancellation);

    /// <summary>
    /// Remembers that one side has something whose other half belongs to another day.
    /// </summary>
    Task CarryAsync(
        ReconciliationRun run, IReadOnlyCollection<Carried> carried,
        CancellationToken cancellation);

    /// <summary>What was remembered of a key; null when nothing was.</summary>
    Task<Carried?> FindCarriedAsync(
        ReconciliationRun run, BillKey key, CancellationToken cancellation);
}
