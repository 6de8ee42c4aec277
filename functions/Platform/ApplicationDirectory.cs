using Microsoft.Extensions.Caching.Memory;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>
/// Applications by app_id, remembered for a minute so that the hot path reads no registration.
/// A change by the operator is seen everywhere after <see cref="Life"/> at the latest.
/// </summary>
internal sealed class ApplicationDirectory(IApplicationStore store, TimeProvider time)
    : IDisposable
{
    /// <summary>How long a registration is remembered.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    /// <summary>How soon a registration may be read again for a key it does not have.</summary>
    public static readonly TimeSpan RefreshPause = TimeSpan.FromSeconds(5);

    /// <summary>How many are remembered.</summary>
    public const int MaxApplications = 1_000;

    private readonly MemoryCache known = new(
        new MemoryCacheOptions { SizeLimit = MaxApplications });

    private sealed record Entry(Application Application, DateTimeOffset ReadAt);

    /// <summary>The application, or null. Unknown ones are not remembered.</summary>
    public Task<Application?> FindAsync(string appId, CancellationToken cancellation)
        => FindAsync(appId, Life, cancellation);

    /// <summary>
    /// The same, read again unless that was done moments ago: for a key just added.
    /// </summary>
    public Task<Application?> RefreshAsync(string appId, CancellationToken cancellation)
        => FindAsync(appId, RefreshPause, cancellation);

    /// <inheritdoc/>
    public void Dispose() => known.Dispose();

    private async Task<Application?> FindAsync(
        string appId, TimeSpan maxAge, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(appId, out Entry? entry) && now < entry!.ReadAt + maxAge)
        {
            return entry.Application;
        }

        var stored = await store.FindAsync(appId, cancellation);
        if (stored is null)
        {
            known.Remove(appId);
            return null;
        }

        _ = known.Set(
            appId, new Entry(stored.Application, now), new MemoryCacheEntryOptions { Size = 1 });
        return stored.Application;
    }
}
