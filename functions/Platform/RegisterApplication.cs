using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>Registers an application or changes its registration; its keys stay.</summary>
internal sealed class RegisterApplication(IApplicationStore store)
{
    /// <summary>How often a lost race is tried again.</summary>
    public const int MaxTries = 5;

    /// <summary>Adds or changes.</summary>
    public async Task<RegisterResult> RunAsync(
        Application wanted, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var stored = await store.FindAsync(wanted.AppId, cancellation);
            var next = wanted with { Keys = stored?.Application.Keys ?? [] };
            if (await store.SaveAsync(next, stored?.ETag, cancellation)
                == CommitVerdict.Committed)
            {
                return new RegisterResult(next, stored is null);
            }
        }

        throw new TimeoutException(
            $"Application {wanted.AppId} changed during every one of {MaxTries} tries.");
    }
}
