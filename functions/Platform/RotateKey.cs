using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>Adds and removes an application's public keys.</summary>
internal sealed class RotateKey(IApplicationStore store, TimeProvider time)
{
    /// <summary>Adds a key, PEM or bare base64.</summary>
    public Task<KeyChange> AddAsync(
        string appId, string keyId, string publicKey, CancellationToken cancellation)
        => KeyRules.Normalise(publicKey) is { } normal
            ? ChangeAsync(
                appId,
                application => KeyRules.Add(
                    application, new ApplicationKey(keyId, normal, time.GetUtcNow())),
                cancellation)
            : Task.FromResult(new KeyChange(KeyVerdict.Invalid, null));

    /// <summary>Removes a key: what it signed is refused from now on.</summary>
    public Task<KeyChange> RemoveAsync(
        string appId, string keyId, CancellationToken cancellation)
        => ChangeAsync(
            appId,
            application => (KeyVerdict.Done, KeyRules.Remove(application, keyId)),
            cancellation);

    private async Task<KeyChange> ChangeAsync(
        string appId, Func<Application, (KeyVerdict Verdict, Application Next)> change,
        CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < RegisterApplication.MaxTries; attempt++)
        {
            var stored = await store.FindAsync(appId, cancellation);
            if (stored is null)
            {
                return new KeyChange(KeyVerdict.ApplicationUnknown, null);
            }

            var (verdict, next) = change(stored.Application);
            if (verdict != KeyVerdict.Done || ReferenceEquals(next, stored.Application)
                || await store.SaveAsync(next, stored.ETag, cancellation)
                    == CommitVerdict.Committed)
            {
                return new KeyChange(verdict, next);
            }
        }

        throw new TimeoutException($"Application {appId} changed during every try.");
    }
}
