namespace PayFunctions.Identity;

/// <summary>What becomes of a check: pure. The first verdict stands.</summary>
internal static class VerificationRules
{
    /// <summary>How often a channel whose answer was lost is asked again.</summary>
    public const int MaxTries = 5;

    /// <summary>How long a question may be on its way.</summary>
    public static readonly TimeSpan AskFor = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The check that is asked for now; null where a channel is not asked, for the one that is
    /// known is the answer.
    /// </summary>
    /// <param name="known">What is known under that number.</param>
    /// <param name="wanted">What is wished for; its content is that of <paramref name="known"/>.
    /// </param>
    /// <param name="now">Now.</param>
    public static Verification? Ask(
        Verification? known, Verification wanted, DateTimeOffset now) => known switch
        {
            null => wanted,
            { State: VerificationState.Checking, Tries: < MaxTries }
                when now < known.ExpiresAt && now >= known.AskedAt + AskFor
                => known with { Tries = known.Tries + 1, AskedAt = now },
            _ => null,
        };

    /// <summary>Whether both are the same wish.</summary>
    public static bool IsSame(Verification known, Verification wanted)
        => known.Person == wanted.Person
            && string.Equals(known.Product, wanted.Product, StringComparison.Ordinal)
            && string.Equals(known.ReturnUrl, wanted.ReturnUrl, StringComparison.Ordinal)
            && known.ExpiresAt - known.CreatedAt == wanted.ExpiresAt - wanted.CreatedAt;

    /// <summary>
    /// The check after a channel said something about a try; null where that changes nothing.
    /// </summary>
    /// <param name="known">The check.</param>
    /// <param name="attempt">Which try it was.</param>
    /// <param name="state">What was said.</param>
    /// <param name="reference">What the channel knows a page by.</param>
    /// <param name="now">Now.</param>
    public static Verification? Hear(
        Verification known, int attempt, VerificationState state, string? reference,
        DateTimeOffset now)
    {
        if (known.IsOver || attempt > known.Tries)
        {
            return null;
        }

        // A page of a try that was given up is nobody's any more; its verdict is one all the same.
        return state switch
        {
            VerificationState.Checking => null,
            VerificationState.Waiting => known.State == VerificationState.Checking
                && attempt == known.Tries
                    ? known with { State = state, Reference = reference }
                    : null,
            VerificationState.Passed => Over(known, state, now),
            _ => attempt == known.Tries ? Over(known, state, now) : null,
        };
    }

    /// <summary>Whether nobody waits for the person any more.</summary>
    public static bool IsExpired(Verification verification, DateTimeOffset now)
        => !verification.IsOver && now >= verification.ExpiresAt;

    private static Verification Over(
        Verification known, VerificationState state, DateTimeOffset now)
        => known with { State = state, Reference = null, VerifiedAt = now };
}
