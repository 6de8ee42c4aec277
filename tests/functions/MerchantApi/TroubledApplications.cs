using Azure;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>A store of applications that counts its reads and can be down.</summary>
internal sealed class TroubledApplications(IApplicationStore store) : IApplicationStore
{
    /// <summary>Nothing is answered.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    /// <summary>How many saves still lose their race.</summary>
    public int RacesToLose { get; set; }

    public Task<StoredApplication?> FindAsync(string appId, CancellationToken cancellation)
    {
        Reads++;
        ThrowIfDown();
        return store.FindAsync(appId, cancellation);
    }

    public IAsyncEnumerable<Application> ListAsync(CancellationToken cancellation)
        => store.ListAsync(cancellation);

    public Task<CommitVerdict> SaveAsync(
        Application application, string? replacesETag, CancellationToken cancellation)
    {
        ThrowIfDown();
        return RacesToLose-- > 0
            ? Task.FromResult(CommitVerdict.RaceLost)
            : store.SaveAsync(application, replacesETag, cancellation);
    }

    private void ThrowIfDown()
    {
        if (IsDown)
        {
            throw new RequestFailedException(503, "The server is busy.");
        }
    }
}
