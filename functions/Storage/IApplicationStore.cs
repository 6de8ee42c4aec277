using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>Registered applications.</summary>
internal interface IApplicationStore
{
    /// <summary>One point read.</summary>
    Task<StoredApplication?> FindAsync(string appId, CancellationToken cancellation);

    /// <summary>Every application, in ordinal order.</summary>
    IAsyncEnumerable<Application> ListAsync(CancellationToken cancellation);

    /// <summary>Adds (no ETag) or replaces (with one).</summary>
    Task<CommitVerdict> SaveAsync(
        Application application, string? replacesETag, CancellationToken cancellation);
}
