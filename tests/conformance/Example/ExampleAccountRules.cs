using PayFunctions.Channels;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>
/// Opens an account. Settings: <c>merchant</c>, <c>base_uri</c>. Secret: <c>key</c>.
/// </summary>
internal static class ExampleAccountRules
{
    private const int KeyLengthMin = 16;

    private static readonly string[] Known = ["merchant", "base_uri"];

    /// <summary>The account, or a sentence for each fault.</summary>
    public static AccountOpening<ExampleAccount> Open(AccountMaterial material)
    {
        var merchant = material.Settings.GetValueOrDefault("merchant", "");
        var address = material.Settings.GetValueOrDefault("base_uri", "");
        List<string> faults =
        [
            .. material.Settings.Keys.Except(Known, StringComparer.Ordinal)
                .Select(static name => $"{name} is no setting of an example account."),
        ];
        if (merchant.Length == 0 || !merchant.All(char.IsAsciiDigit))
        {
            faults.Add("merchant must be digits.");
        }

        if (!ChannelAddress.IsUsable(address))
        {
            faults.Add("base_uri must be an https address (http only for loopback).");
        }

        if (!material.Secrets.TryGetValue("key", out var key)
            || key.Reveal().Length < KeyLengthMin)
        {
            faults.Add($"key must name a secret of at least {KeyLengthMin} characters.");
        }

        return new AccountOpening<ExampleAccount>(
            faults.Count > 0
                ? null
                : new ExampleAccount { Merchant = merchant, Key = key!, Base = new Uri(address) },
            faults);
    }
}
