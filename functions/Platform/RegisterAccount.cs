using PayFunctions.Channels;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>
/// Registers a channel account or changes it. One that its channel cannot use, or whose secrets
/// the vault does not have, is not taken.
/// </summary>
internal sealed class RegisterAccount(IAccountStore store, AccountDirectory directory)
{
    /// <summary>Adds or changes.</summary>
    public async Task<AccountRegistration> RunAsync(
        IChannel channel, ChannelAccount wanted, CancellationToken cancellation)
    {
        var faults = channel.FaultsOf(await directory.TryAsync(wanted, cancellation));
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
}
