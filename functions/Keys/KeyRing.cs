using System.Collections.Concurrent;

namespace PayFunctions.Keys;

/// <summary>
/// The keys in use, by name. A key is read once and then every <see cref="Life"/>, so a rotation is
/// seen without a restart; verification never asks the vault.
/// </summary>
internal sealed class KeyRing(IKeySource source, VaultGate gate, TimeProvider time)
{
    /// <summary>How long a reading is trusted.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Reading> readings = new(StringComparer.Ordinal);

    private sealed record Reading(
        SigningKey Current, IReadOnlyList<KeyVersion> Versions, DateTimeOffset ReadAt);

    /// <summary>The version that signs now.</summary>
    public async ValueTask<SigningKey> CurrentAsync(string name, CancellationToken cancellation)
        => (await ReadAsync(name, cancellation)).Current;

    /// <summary>Every version whose signatures are still good, the current one first.</summary>
    public async ValueTask<IReadOnlyList<KeyVersion>> PublishedAsync(
        string name, CancellationToken cancellation)
        => (await ReadAsync(name, cancellation)).Versions;

    /// <summary>Signs with the current version.</summary>
    public async ValueTask<Rsa2Signature> SignAsync(
        string name, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        var key = await CurrentAsync(name, cancellation);
        return new Rsa2Signature(await key.SignAsync(data, cancellation), key.KeyId);
    }

    private async ValueTask<Reading> ReadAsync(string name, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (readings.TryGetValue(name, out var known) && now < known.ReadAt + Life)
        {
            return known;
        }

        var versions = await gate.RunAsync(
            token => source.ReadAsync(name, token), cancellation);
        var current = known is not null
            && string.Equals(
                known.Current.KeyId, versions[0].KeyId, StringComparison.Ordinal)
                ? known.Current
                : new SigningKey(versions[0].KeyId, source.Open(versions[0]), gate);
        var reading = new Reading(current, versions, now);
        readings[name] = reading;
        return reading;
    }
}
