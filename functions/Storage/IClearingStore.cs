using PayFunctions.Clearing;

namespace PayFunctions.Storage;

/// <summary>Closed days of applications.</summary>
internal interface IClearingStore
{
    /// <summary>A day; null when it was not calculated.</summary>
    Task<StoredClearing?> FindAsync(
        string appId, DateOnly day, CancellationToken cancellation);

    /// <summary>The latest days of an application, the latest first.</summary>
    Task<IReadOnlyList<StoredClearing>> LatestAsync(
        string appId, int days, CancellationToken cancellation);

    /// <summary>
    /// Adds a day and replaces those before, guarded by their ETags, in one batch: all or nothing.
    /// </summary>
    Task<CommitVerdict> AddAsync(
        DayClearing added, IReadOnlyList<StoredClearing> changed,
        CancellationToken cancellation);

    /// <summary>Replaces a day.</summary>
    Task<CommitVerdict> SaveAsync(StoredClearing changed, CancellationToken cancellation);
}
