using System.Runtime.CompilerServices;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Channel accounts in memory: added once, replaced only by who knows the ETag.</summary>
internal sealed class MemoryAccountStore : IAccountStore
{
    private readonly Lock door = new();
    private readonly Dictionary<(string, string), StoredAccount> rows = [];
    private long writes;

    /// <summary>How often a row was read.</summary>
    public int Reads { get; private set; }

    /// <summary>A store that holds these accounts already.</summary>
    public static MemoryAccountStore With(params ReadOnlySpan<ChannelAccount> accounts)
    {
        var store = new MemoryAccountStore();
        foreach (var account in accounts)
        {
            store.Save(account, replacesETag: null);
        }

        return store;
    }

    /// <inheritdoc/>
    public Task<StoredAccount?> FindAsync(
        string channel, string name, CancellationToken cancellation)
    {
        lock (door)
        {
            Reads++;
            return Task.FromResult(rows.GetValueOrDefault((channel, name)));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string channel, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        string[] names;
        lock (door)
        {
            names =
            [
                .. rows.Keys.Where(key => string.Equals(
                    key.Item1, channel, StringComparison.Ordinal)).Select(static key => key.Item2),
            ];
        }

        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        ChannelAccount account, string? replacesETag, CancellationToken cancellation)
        => Task.FromResult(Save(account, replacesETag));

    private CommitVerdict Save(ChannelAccount account, string? replacesETag)
    {
        lock (door)
        {
            var key = (account.Channel, account.Name);
            if (!string.Equals(
                rows.GetValueOrDefault(key)?.ETag, replacesETag, StringComparison.Ordinal))
            {
                return CommitVerdict.RaceLost;
            }

            rows[key] = new StoredAccount(account, $"W/\"memory-{++writes:D8}\"");
            return CommitVerdict.Committed;
        }
    }
}
