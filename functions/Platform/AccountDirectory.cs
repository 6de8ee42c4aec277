using System.Collections.Concurrent;
using System.Collections.Immutable;
using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>
/// Channel accounts by channel and name, remembered for a minute so that the hot path reads no
/// registration. A change by the operator is seen everywhere after <see cref="Life"/>.
/// </summary>
internal sealed class AccountDirectory(IAccountStore store, SecretRing secrets, TimeProvider time)
{
    /// <summary>How long a registration is remembered.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    /// <summary>How many are remembered.</summary>
    public const int MaxAccounts = 2_000;

    private readonly ConcurrentDictionary<(string Channel, string Name), Entry> known = new();

    private sealed record Entry(
        StoredAccount Stored, DateTimeOffset ReadAt, AccountMaterial? Material);

    /// <summary>The registration, or null. Unknown ones are not remembered.</summary>
    public async ValueTask<ChannelAccount?> FindAsync(
        string channel, string name, CancellationToken cancellation)
        => (await EntryAsync(channel, name, cancellation))?.Stored.Account;

    /// <summary>The account with its secrets, or null.</summary>
    public async ValueTask<AccountMaterial?> ReadAsync(
        string channel, string name, CancellationToken cancellation)
    {
        if (await EntryAsync(channel, name, cancellation) is not { } entry)
        {
            return null;
        }

        var current = await RevealAsync(
            entry.Stored.Account, secrets.FindAsync, cancellation);
        if (entry.Material is { } material && IsSame(material.Secrets, current))
        {
            return material;
        }

        var made = Material(entry.Stored.Account, current);
        known[(channel, name)] = entry with { Material = made };
        return made;
    }

    /// <summary>An account that is about to be registered, its secrets read now.</summary>
    public async ValueTask<AccountMaterial> TryAsync(
        ChannelAccount account, CancellationToken cancellation)
        => Material(account, await RevealAsync(account, secrets.RefreshAsync, cancellation));

    /// <summary>Forgets a registration that was just changed.</summary>
    public void Forget(string channel, string name) => known.TryRemove((channel, name), out _);

    private async ValueTask<Entry?> EntryAsync(
        string channel, string name, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var key = (channel, name);
        if (known.TryGetValue(key, out var entry) && now < entry.ReadAt + Life)
        {
            return entry;
        }

        if (await store.FindAsync(channel, name, cancellation) is not { } stored)
        {
            known.TryRemove(key, out _);
            return null;
        }

        if (known.Count >= MaxAccounts)
        {
            known.Clear();
        }

        var isSame = entry is not null
            && string.Equals(entry.Stored.ETag, stored.ETag, StringComparison.Ordinal);
        return known[key] = new Entry(stored, now, isSame ? entry!.Material : null);
    }

    /// <summary>What the vault does not have is left out: the channel says that it misses it.
    /// </summary>
    private static async ValueTask<ImmutableSortedDictionary<string, Secret>> RevealAsync(
        ChannelAccount account,
        Func<SecretReference, CancellationToken, ValueTask<Secret?>> read,
        CancellationToken cancellation)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, Secret>(
            StringComparer.Ordinal);
        foreach (var (name, text) in account.Secrets)
        {
            if (SecretReference.TryParse(text, out var reference)
                && await read(reference, cancellation) is { } secret)
            {
                found.Add(name, secret);
            }
        }

        return found.ToImmutable();
    }

    private static AccountMaterial Material(
        ChannelAccount account, ImmutableSortedDictionary<string, Secret> secrets)
        => new(account.Name, account.Environment, account.Settings, secrets);

    private static bool IsSame(
        ImmutableSortedDictionary<string, Secret> one,
        ImmutableSortedDictionary<string, Secret> other)
        => one.Count == other.Count
            && one.All(p => ReferenceEquals(other.GetValueOrDefault(p.Key), p.Value));
}
