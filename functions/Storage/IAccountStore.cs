using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>Registered channel accounts.</summary>
internal interface IAccountStore
{
    /// <summary>One point read.</summary>
    Task<StoredAccount?> FindAsync(
        string channel, string name, CancellationToken cancellation);

    /// <summary>The names of a channel's accounts.</summary>
    IAsyncEnumerable<string> ListAsync(string channel, CancellationToken cancellation);

    /// <summary>Adds (no ETag) or replaces (with one).</summary>
    Task<CommitVerdict> SaveAsync(
        ChannelAccount account, string? replacesETag, CancellationToken cancellation);
}
