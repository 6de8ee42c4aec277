using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>
/// Registers a channel account or changes it. One that its channel cannot use, or whose secrets
/// the vault does not have, is not taken.
/// </summary>
internal sealed class RegisterAccount(IAccountStore store, AccountDirectory directory)
{
    private const string Forbidden =
        "The vault does not show a secret to the gateway: enable the secret, and give the gateway "
        + "the role Key Vault Secrets User.";

    /// <summary>Adds or changes.</summary>
    public async Task<AccountRegistration> RunAsync(
        IChannel channel, ChannelAccount wanted, CancellationToken cancellation)
    {
        var faults = await FaultsAsync(channel, wanted, cancellation);
        if (faults.Count > 0)
        {
            return new AccountRegistration(null, IsNew: false, faults);
        }

        for (var attempt = 0; attempt < RegisterApplication.MaxTries; attempt++)
        {
            var stored = await store.FindAsync(wanted.Channel, wanted.Name, cancellation);
            if (await store.SaveAsync(wanted, stored?.ETag, cancellation)
                == CommitVerdict.Committed)
            {
                directory.Forget(wanted.Channel, wanted.Name);
                return new AccountRegistration(wanted, stored is null, []);
            }
        }

        throw new TimeoutException($"Account {wanted.Name} changed during every try.");
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(
        IChannel channel, ChannelAccount wanted, CancellationToken cancellation)
    {
        try
        {
            return channel.FaultsOf(await directory.TryAsync(wanted, cancellation));
        }
        catch (VaultBusyException e) when (e.IsForbidden)
        {
            return [Forbidden];
        }
    }
}
