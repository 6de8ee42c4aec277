namespace Azure.Data.Tables.Wire;

/// <summary>The blocking twin of <see cref="AsyncPages{T}"/>.</summary>
internal sealed class SyncPages<T>(
    PageSource<T> source, int? maxPerPage, CancellationToken cancellation)
    : Pageable<T>(cancellation)
{
    public override IEnumerable<Page<T>> AsPages(
        string continuationToken = null, int? pageSizeHint = null)
    {
        var token = continuationToken;
        do
        {
            var page = Sync.Result(
                source(false, token, pageSizeHint ?? maxPerPage, CancellationToken));
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}
