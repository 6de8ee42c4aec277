using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Wire;

/// <summary>Pages until the service names no further one; a page may be empty.</summary>
internal sealed class AsyncPages<T>(
    PageSource<T> source, int? maxPerPage, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
{
    public override IAsyncEnumerable<Page<T>> AsPages(
        string continuationToken = null, int? pageSizeHint = null)
        => PagesAsync(continuationToken, pageSizeHint ?? maxPerPage);

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        string token, int? size, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            CancellationToken, cancel);
        do
        {
            var page = await source(true, token, size, both.Token);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}
