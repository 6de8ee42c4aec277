using PayFunctions.Clearing;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Closed days in memory: a batch is written whole or not at all.</summary>
internal sealed class MemoryClearingStore : IClearingStore
{
    private readonly Lock door = new();
    private readonly Dictionary<(string AppId, DateOnly Day), StoredClearing> rows = [];
    private long writes;

    /// <inheritdoc/>
    public Task<StoredClearing?> FindAsync(
        string appId, DateOnly day, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(rows.GetValueOrDefault((appId, day)));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredClearing>> LatestAsync(
        string appId, int days, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult<IReadOnlyList<StoredClearing>>(
            [
                .. rows.Where(row => string.Equals(
                        row.Key.AppId, appId, StringComparison.Ordinal))
                    .OrderByDescending(static row => row.Key.Day)
                    .Take(days)
                    .Select(static row => row.Value),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> AddAsync(
        DayClearing added, IReadOnlyList<StoredClearing> changed, CancellationToken cancellation)
    {
        lock (door)
        {
            if (rows.ContainsKey((added.AppId, added.Day)) || !changed.All(IsCurrent))
            {
                return Task.FromResult(CommitVerdict.RaceLost);
            }

            Put(added);
            foreach (var stored in changed)
            {
                Put(stored.Clearing);
            }

            return Task.FromResult(CommitVerdict.Committed);
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(StoredClearing changed, CancellationToken cancellation)
    {
        lock (door)
        {
            if (!IsCurrent(changed))
            {
                return Task.FromResult(CommitVerdict.RaceLost);
            }

            Put(changed.Clearing);
            return Task.FromResult(CommitVerdict.Committed);
        }
    }

    private bool IsCurrent(StoredClearing stored)
        => rows.TryGetValue((stored.Clearing.AppId, stored.Clearing.Day), out var now)
            && string.Equals(now.ETag, stored.ETag, StringComparison.Ordinal);

    private void Put(DayClearing clearing)
        => rows[(clearing.AppId, clearing.Day)] =
            new StoredClearing(clearing, $"W/\"memory-{++writes:D8}\"");
}
