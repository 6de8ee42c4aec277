using PayFunctions.Storage;

namespace PayFunctions.Identity;

/// <summary>Writes what a channel said about a check; again when a race is lost.</summary>
internal sealed class IdentityCommit(IVerificationStore store, TimeProvider time)
{
    /// <summary>How often it is tried again.</summary>
    public const int MaxTries = 5;

    /// <summary>Applies it; the check afterwards.</summary>
    /// <param name="stored">The check as it was read.</param>
    /// <param name="attempt">Which try the channel speaks of.</param>
    /// <param name="state">What it says.</param>
    /// <param name="reference">What it knows a page by.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="TimeoutException">Every race was lost.</exception>
    public async Task<Verification> HearAsync(
        StoredVerification stored, int attempt, VerificationState state, string? reference,
        CancellationToken cancellation)
    {
        for (var i = 0; i < MaxTries; i++)
        {
            var known = stored.Verification;
            if (VerificationRules.Hear(known, attempt, state, reference, time.GetUtcNow())
                is not { } next)
            {
                return known;
            }

            if (await store.SaveAsync(next, stored.ETag, cancellation)
                == CommitVerdict.Committed)
            {
                return next;
            }

            stored = await store.FindAsync(known.Id, cancellation) ?? stored;
        }

        throw new TimeoutException("A verification changed during every try.");
    }
}
