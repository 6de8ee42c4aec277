namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>The list as callers of the synchronous method walk it.</summary>
internal sealed class KeyVersionList(KeyVersionPages pages, CancellationToken cancellation)
    : Pageable<KeyProperties>(cancellation)
{
    public override IEnumerable<Page<KeyProperties>> AsPages(
        string continuationToken = default, int? pageSizeHint = default)
        => pages.Read(continuationToken, CancellationToken);
}
