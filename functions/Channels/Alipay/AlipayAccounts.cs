using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace PayFunctions.Channels.Alipay;

/// <summary>The accounts by name, their keys parsed once.</summary>
internal sealed class AlipayAccounts(IOptions<AlipayOptions> options) : IDisposable
{
    private readonly FrozenDictionary<string, AlipayAccount> byName = options.Value.Accounts
        .Select(static named => Open(named.Key, named.Value))
        .ToFrozenDictionary(static account => account.Name, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<AlipayAccount> All => byName.Values;

    /// <summary>The account of that name, or null.</summary>
    public AlipayAccount? Find(string name) => byName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var account in byName.Values)
        {
            account.PublicKey.Dispose();
        }
    }

    private static AlipayAccount Open(string name, AlipayAccountOptions settings)
        => AlipayPublicKey.TryRead(settings.PublicKey, out var key)
            ? new AlipayAccount(name, settings, key)
            : throw new OptionsValidationException(
                name, typeof(AlipayOptions), [$"{name}: the public key was not validated."]);
}
