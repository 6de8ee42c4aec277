using PayFunctions.Channels;

namespace PayFunctions.Platform;

/// <summary>
/// Chooses the account that takes an application's new payment: the first of its accounts at the
/// channel that is enabled, of the application's environment, usable, and contracted for the
/// product; or exactly the one the merchant names, if it is such a one.
/// </summary>
internal sealed class ChooseAccount(AccountDirectory accounts)
{
    /// <summary>The account's name, or null when the application has none for it.</summary>
    public async ValueTask<string?> RunAsync(
        Application application, IChannel channel, string product, string? wanted,
        CancellationToken cancellation)
    {
        foreach (var name in application.AccountsAt(channel.Name))
        {
            if ((wanted is null || string.Equals(name, wanted, StringComparison.Ordinal))
                && await IsUsableAsync(application, channel, name, product, cancellation))
            {
                return name;
            }
        }

        return null;
    }

    private async ValueTask<bool> IsUsableAsync(
        Application application, IChannel channel, string name, string product,
        CancellationToken cancellation)
        => await accounts.FindAsync(channel.Name, name, cancellation) is { Enabled: true } account
            && account.Environment == application.Environment
            && account.Covers(product)
            && await accounts.ReadAsync(channel.Name, name, cancellation) is { } material
            && channel.FaultsOf(material).Count == 0;
}
