using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Identity;

/// <summary>Takes one of the checks that an application may ask for.</summary>
internal sealed class LimitIdentity(IVerificationStore store, TimeProvider time)
{
    /// <summary>How often it is tried again when many ask at once.</summary>
    public const int MaxTries = 8;

    /// <summary>Null when one was taken; else when there is one again.</summary>
    public async Task<IdentityLimited?> RunAsync(
        Application application, CancellationToken cancellation)
    {
        for (var i = 0; i < MaxTries; i++)
        {
            var stored = await store.FindRateAsync(application.AppId, cancellation);
            var (next, wait) = IdentityRateRules.Take(
                stored?.Rate, application.IdentityPerHour, time.GetUtcNow());
            if (next is null)
            {
                return new IdentityLimited(wait);
            }

            if (await store.SaveRateAsync(
                application.AppId, next, stored?.ETag, cancellation) == CommitVerdict.Committed)
            {
                return null;
            }
        }

        throw new TimeoutException("The limit of checks changed during every try.");
    }
}
