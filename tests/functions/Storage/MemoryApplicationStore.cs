using System.Runtime.CompilerServices;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Applications in memory: added once, replaced only by who knows the ETag.</summary>
internal sealed class MemoryApplicationStore : IApplicationStore
{
    private readonly Lock door = new();
    private readonly Dictionary<string, StoredApplication> rows = new(StringComparer.Ordinal);
    private long writes;

    /// <summary>A store that holds these applications already.</summary>
    public static MemoryApplicationStore With(params ReadOnlySpan<Application> applications)
    {
        var store = new MemoryApplicationStore();
        foreach (var application in applications)
        {
            store.Save(application, replacesETag: null);
        }

        return store;
    }

    /// <inheritdoc/>
    public Task<StoredApplication?> FindAsync(string appId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (door)
        {
            return Task.FromResult(rows.GetValueOrDefault(appId));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Application> ListAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        StoredApplication[] all;
        lock (door)
        {
            all = [.. rows.Values];
        }

        foreach (var stored in all.OrderBy(
            static s => s.Application.AppId, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return stored.Application;
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Application application, string? replacesETag, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Save(application, replacesETag));
    }

    private CommitVerdict Save(Application application, string? replacesETag)
    {
        lock (door)
        {
            var known = rows.GetValueOrDefault(application.AppId)?.ETag;
            if (known is null && replacesETag is not null)
            {
                throw new InvalidOperationException(
                    $"There is no application {application.AppId}.");
            }

            if (!string.Equals(known, replacesETag, StringComparison.Ordinal))
            {
                return CommitVerdict.RaceLost;
            }

            rows[application.AppId] = new StoredApplication(
                application, $"W/\"memory-{++writes:D8}\"");
            return CommitVerdict.Committed;
        }
    }
}
