using System.Collections.Immutable;

namespace PayFunctions.Platform;

/// <summary>An account at a channel, as the operator registered it. It holds no secret.</summary>
internal sealed record ChannelAccount
{
    /// <summary>The most settings, and the most secrets, of one account.</summary>
    public const int MaxEntries = 32;

    /// <summary>The longest setting: a certificate chain in PEM fits.</summary>
    public const int MaxSettingLength = 16 * 1024;

    /// <summary>The longest all settings, or all secrets, may be together, written as JSON: a
    /// column of a table takes 32,768 characters.</summary>
    public const int MaxEntriesLength = 32_000;

    /// <summary>The channel's name.</summary>
    public required string Channel { get; init; }

    /// <summary>The account's name in routes and orders.</summary>
    public required string Name { get; init; }

    /// <summary>Test or production: it decides the channel's default addresses.</summary>
    public required AccountEnvironment Environment { get; init; }

    /// <summary>
    /// Whether new payments may use it. What was begun with it is finished in any case.
    /// </summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The products its contract covers; empty when it covers them all.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>The channel's settings by name.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = None;

    /// <summary>References to secrets in the vault, by the name the channel knows them by.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = None;

    /// <summary>What the channel agreed to keep of a payment, in hundredths of a percent; null when
    /// its bills are not held against it.</summary>
    public int? FeeBasisPoints { get; init; }

    private static ImmutableSortedDictionary<string, string> None { get; }
        = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether its contract covers a product.</summary>
    public bool Covers(string product)
        => Products.IsEmpty || Products.Contains(product, StringComparer.Ordinal);
}
