using System.Collections.Immutable;
using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>A merchant's application, as the operator registered it.</summary>
internal sealed record Application
{
    /// <summary>The most keys that are valid at once: the old one and the new one.</summary>
    public const int MaxKeys = 2;

    /// <summary>T+1.</summary>
    public const int DefaultClearingDays = 1;

    /// <summary>Enough for people, too little for a list of them.</summary>
    public const int DefaultIdentityPerHour = 60;

    /// <summary>The most checks of persons in an hour.</summary>
    public const int MaxIdentityPerHour = 100_000;

    /// <summary>The longest T+N.</summary>
    public const int MaxClearingDays = 30;

    /// <summary>The app_id.</summary>
    public required string AppId { get; init; }

    /// <summary>A name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its calls are answered.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The named schedule of its notifications.</summary>
    public string NotifySchedule { get; init; } = "default";

    /// <summary>The word with which it accepts a notification.</summary>
    public string AnswerWord { get; init; } = "success";

    /// <summary>How many checks of persons it may ask for in an hour.</summary>
    public int IdentityPerHour { get; init; } = DefaultIdentityPerHour;

    /// <summary>Where a wallet's user is sent who opens it there; null for nowhere.</summary>
    public string? LoginUrl { get; init; }

    /// <summary>Whether its URLs may be plain http.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>What becomes of money that comes too late.</summary>
    public LateSuccess LateSuccess { get; init; }

    /// <summary>Whether it takes real money: its accounts are of the same environment.</summary>
    public AccountEnvironment Environment { get; init; }

    /// <summary>Its accounts at each channel, the preferred one first, by the channel's name.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Accounts { get; init; }
        = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(
            StringComparer.Ordinal);

    /// <summary>What its payments cost the merchant.</summary>
    public ImmutableArray<FeeEntry> Fees { get; init; } = [];

    /// <summary>The working days after a day on which it is paid out: T+N.</summary>
    public int ClearingDays { get; init; } = DefaultClearingDays;

    /// <summary>The least that is paid out, in fen.</summary>
    public long ClearingThresholdFen { get; init; }

    /// <summary>Its public keys, valid now.</summary>
    public ImmutableArray<ApplicationKey> Keys { get; init; } = [];

    /// <summary>What a payment that is begun now costs; null for nothing.</summary>
    public FeeTerms? FeeAt(string channel, DateTimeOffset now)
        => FeeEntryRules.Find(Fees, channel, BeijingDay.Of(now));

    /// <summary>Its accounts at a channel, the preferred one first.</summary>
    public ImmutableArray<string> AccountsAt(string channel)
        => Accounts.GetValueOrDefault(channel, []);

    /// <summary>The valid key with that id, or null.</summary>
    public ApplicationKey? FindKey(string keyId)
        => Keys.FirstOrDefault(k => string.Equals(k.KeyId, keyId, StringComparison.Ordinal));
}
