using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>Applications behind the seam.</summary>
internal sealed class SeamedApplicationStore(IApplicationStore inner, Seam seam)
    : IApplicationStore
{
    /// <inheritdoc/>
    public Task<StoredApplication?> FindAsync(string appId, CancellationToken cancellation)
        => seam.CrossAsync("applications.find", () => inner.FindAsync(appId, cancellation));

    /// <inheritdoc/>
    public IAsyncEnumerable<Application> ListAsync(CancellationToken cancellation)
        => inner.ListAsync(cancellation);

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Application application, string? replacesETag, CancellationToken cancellation)
        => seam.CrossAsync(
            "applications.save",
            () => inner.SaveAsync(application, replacesETag, cancellation));
}
