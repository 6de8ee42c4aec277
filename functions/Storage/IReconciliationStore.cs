using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>Reconciled days and what was found.</summary>
internal interface IReconciliationStore
{
    /// <summary>A day's run; null when it was never planned.</summary>
    Task<ReconciliationRun?> FindAsync(
        string channel, string account, DateOnly day, CancellationToken cancellation);

    /// <summary>
    /// Changes a day's run as it is at that moment, under its ETag; the change is asked again when
    /// somebody else wrote in between.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="account">The account.</param>
    /// <param name="day">The day.</param>
    /// <param name="change">The run as it is to be; null leaves everything as it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The run as it was written; null when it was left.</returns>
    Task<ReconciliationRun?> ChangeAsync(
        string channel, string account, DateOnly day,
        Func<ReconciliationRun?, ReconciliationRun?> change, CancellationToken cancellation);

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
