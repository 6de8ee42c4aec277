namespace PayFunctions.Channels;

/// <summary>
/// The browser a payer looks at us with, by its own account: only what is offered depends on it.
/// </summary>
/// <param name="UserAgent">The header; empty when there is none.</param>
internal sealed record PayerBrowser(string UserAgent)
{
    private static readonly string[] PhoneWords = ["Mobile", "Android", "iPhone"];

    /// <summary>Whether it is on a phone.</summary>
    public bool IsOnPhone => PhoneWords.Any(Names);

    /// <summary>Whether it calls itself so, as wallets do in their own browsers.</summary>
    public bool Names(string word)
        => UserAgent.Contains(word, StringComparison.OrdinalIgnoreCase);
}
