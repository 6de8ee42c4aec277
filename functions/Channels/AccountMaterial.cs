using System.Collections.Immutable;
using PayFunctions.Keys;
using PayFunctions.Platform;

namespace PayFunctions.Channels;

/// <summary>
/// An account as its channel needs it: registered settings, and the secrets behind the registered
/// references. A class without a ToString: it carries secrets. The same registration and the same
/// secrets are the same instance, so that what was made of it can be remembered by it.
/// </summary>
internal sealed class AccountMaterial(
    string name, AccountEnvironment environment,
    ImmutableSortedDictionary<string, string> settings,
    ImmutableSortedDictionary<string, Secret> secrets)
{
    /// <summary>The account's name in routes and orders.</summary>
    public string Name => name;

    /// <summary>Test or production.</summary>
    public AccountEnvironment Environment => environment;

    /// <summary>The registered settings by name.</summary>
    public ImmutableSortedDictionary<string, string> Settings => settings;

    /// <summary>The secrets by the name the channel knows them by.</summary>
    public ImmutableSortedDictionary<string, Secret> Secrets => secrets;
}
