namespace PayFunctions.Ledger;

/// <summary>Whose journal: an application's, or a channel account's.</summary>
/// <param name="Key">Its name; names of applications, channels and accounts have no colon.</param>
internal readonly record struct JournalScope(string Key)
{
    /// <summary>The house's own: entries that are no application's.</summary>
    public static JournalScope House { get; } = new("house");

    /// <summary>An application's.</summary>
    public static JournalScope OfApplication(string appId) => new($"app:{appId}");

    /// <summary>A channel account's.</summary>
    public static JournalScope OfAccount(string channel, string account)
        => new($"account:{channel}:{account}");

    /// <inheritdoc/>
    public override string ToString() => Key;
}
