using PayFunctions.Identity;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Checks of persons in memory.</summary>
internal sealed class MemoryVerificationStore : IVerificationStore
{
    private readonly Lock door = new();
    private readonly Dictionary<OrderId, StoredVerification> rows = [];
    private readonly Dictionary<string, StoredRate> rates = new(StringComparer.Ordinal);
    private int etags;

    /// <summary>All of them.</summary>
    public IReadOnlyList<Verification> All
    {
        get
        {
            lock (door)
            {
                return [.. rows.Values.Select(static r => r.Verification)];
            }
        }
    }

    /// <inheritdoc/>
    public Task<StoredVerification?> FindAsync(OrderId id, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(rows.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Verification verification, string? replacesETag, CancellationToken cancellation)
    {
        lock (door)
        {
            if (!string.Equals(
                rows.GetValueOrDefault(verification.Id)?.ETag, replacesETag,
                StringComparison.Ordinal))
            {
                return Task.FromResult(CommitVerdict.RaceLost);
            }

            rows[verification.Id] = new StoredVerification(verification, $"{++etags}");
            return Task.FromResult(CommitVerdict.Committed);
        }
    }

    /// <inheritdoc/>
    public Task<StoredRate?> FindRateAsync(string appId, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(rates.GetValueOrDefault(appId));
        }
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveRateAsync(
        string appId, IdentityRate rate, string? replacesETag, CancellationToken cancellation)
    {
        lock (door)
        {
            if (!string.Equals(
                rates.GetValueOrDefault(appId)?.ETag, replacesETag, StringComparison.Ordinal))
            {
                return Task.FromResult(CommitVerdict.RaceLost);
            }

            rates[appId] = new StoredRate(rate, $"{++etags}");
            return Task.FromResult(CommitVerdict.Committed);
        }
    }
}
