using System.Collections.Concurrent;

namespace PayFunctions.Channels;

/// <summary>
/// A channel's accounts, opened once for each change of their registration. One that cannot be
/// opened is as good as none.
/// </summary>
/// <param name="channel">The channel's name.</param>
/// <param name="read">Where registrations come from.</param>
/// <param name="open">Makes an account ready: parses keys, checks settings.</param>
internal sealed class AccountBook<TAccount>(
    string channel, ReadAccount read, Func<AccountMaterial, AccountOpening<TAccount>> open)
    where TAccount : class
{
    /// <summary>How many opened accounts are remembered.</summary>
    public const int MaxAccounts = 1_000;

    private readonly ConcurrentDictionary<string, Entry> opened = new(StringComparer.Ordinal);

    private sealed record Entry(AccountMaterial Material, TAccount? Account);

    /// <summary>The account, or null when there is none that can be used.</summary>
    public async ValueTask<TAccount?> FindAsync(string name, CancellationToken cancellation)
    {
        if (await read(channel, name, cancellation) is not { } material)
        {
            opened.TryRemove(name, out _);
            return null;
        }

        if (opened.TryGetValue(name, out var known)
            && ReferenceEquals(known.Material, material))
        {
            return known.Account;
        }

        var account = open(material).Account;
        if (opened.Count >= MaxAccounts)
        {
            opened.Clear();
        }

        opened[name] = new Entry(material, account);
        return account;
    }
}
