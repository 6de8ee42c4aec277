using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>Channel accounts behind the seam.</summary>
internal sealed class SeamedAccountStore(IAccountStore inner, Seam seam) : IAccountStore
{
    /// <inheritdoc/>
    public Task<StoredAccount?> FindAsync(
        string channel, string name, CancellationToken cancellation)
        => seam.CrossAsync(
            "accounts.find", () => inner.FindAsync(channel, name, cancellation));

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string channel, CancellationToken cancellation)
        => inner.ListAsync(channel, cancellation);

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        ChannelAccount account, string? replacesETag, CancellationToken cancellation)
        => seam.CrossAsync(
            "accounts.save", () => inner.SaveAsync(account, replacesETag, cancellation));
}
