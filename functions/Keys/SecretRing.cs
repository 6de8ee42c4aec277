using System.Collections.Concurrent;

namespace PayFunctions.Keys;

/// <summary>
/// The secrets in use, by reference. One is read once and then every <see cref="Life"/>; while its
/// value stays, it stays the same instance. While the vault gives no answer, what was read before
/// goes on being used, so that payments outlive an outage of the vault.
/// </summary>
internal sealed class SecretRing(ISecretSource source, VaultGate gate, TimeProvider time)
{
    /// <summary>How long a reading is trusted: a rotated secret is used no later than that.
    /// </summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>How long a secret is used that the vault could not be asked about again.</summary>
    public static readonly TimeSpan LifeInOutage = TimeSpan.FromHours(24);

    /// <summary>How long the vault is left alone after it gave no answer.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>How many are remembered.</summary>
    public const int MaxSecrets = 4_000;

    private readonly ConcurrentDictionary<SecretReference, Reading> readings = new();

    private sealed record Reading(Secret Secret, DateTimeOffset ReadAt, DateTimeOffset AgainAt);

    /// <summary>The secret, or null when the vault has none of that name.</summary>
    public async ValueTask<Secret?> FindAsync(
        SecretReference reference, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (readings.TryGetValue(reference, out var known) && now < known.AgainAt)
        {
            return known.Secret;
        }

        try
        {
            return await ReadAsync(reference, known?.Secret, now, cancellation);
        }
        catch (VaultBusyException e)
            when (!e.IsForbidden && known is not null && now < known.ReadAt + LifeInOutage)
        {
            readings[reference] = known with { AgainAt = now + Pause };
            return known.Secret;
        }
    }

    /// <summary>The same, read now: for a registration that was just made.</summary>
    public ValueTask<Secret?> RefreshAsync(
        SecretReference reference, CancellationToken cancellation)
        => ReadAsync(
            reference, readings.GetValueOrDefault(reference)?.Secret, time.GetUtcNow(),
            cancellation);

    private async ValueTask<Secret?> ReadAsync(
        SecretReference reference, Secret? known, DateTimeOffset now,
        CancellationToken cancellation)
    {
        if (await gate.RunAsync(
            token => source.ReadAsync(reference, token), cancellation) is not { } value)
        {
            readings.TryRemove(reference, out _);
            return null;
        }

        var read = new Secret(value);
        var secret = known is not null && known.IsSame(read) ? known : read;
        if (readings.Count >= MaxSecrets)
        {
            readings.Clear();
        }

        readings[reference] = new Reading(secret, now, now + Life);
        return secret;
    }
}
