namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>The list as callers of the asynchronous method walk it.</summary>
internal sealed class AsyncKeyVersionList(KeyVersionPages pages, CancellationToken cancellation)
    : AsyncPageable<KeyProperties>(cancellation)
{
    public override IAsyncEnumerable<Page<KeyProperties>> AsPages(
        string continuationToken = default, int? pageSizeHint = default)
        => pages.ReadAsync(continuationToken, CancellationToken);
}
