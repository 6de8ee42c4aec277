using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace PayFunctions.Channels.Wire;

/// <summary>Rows of a bill that is read as it comes over the wire.</summary>
/// <param name="http">Fetches.</param>
/// <param name="time">Limits.</param>
internal sealed class BillReading(ChannelHttp http, TimeProvider time)
{
    /// <summary>The longest download.</summary>
    public static readonly TimeSpan DownloadMax = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Fetches a file and reads its rows, with every trouble of the wire and of time said as a
    /// broken bill.
    /// </summary>
    public IAsyncEnumerable<BillRow> FetchAsync(
        WireRequest request, Func<Stream, CancellationToken, IAsyncEnumerable<BillRow>> read,
        CancellationToken cancellation)
        => FetchAsync(token => http.OpenAsync(request, token), read, cancellation);

    /// <summary>The same for a file that is opened in a channel's own way.</summary>
    public async IAsyncEnumerable<BillRow> FetchAsync(
        Func<CancellationToken, Task<WireStream>> open,
        Func<Stream, CancellationToken, IAsyncEnumerable<BillRow>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(DownloadMax, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        await using var rows = RowsAsync(open, read, both.Token).GetAsyncEnumerator(both.Token);
        while (await NextAsync(rows, cancellation))
        {
            yield return rows.Current;
        }
    }

    private static async IAsyncEnumerable<BillRow> RowsAsync(
        Func<CancellationToken, Task<WireStream>> open,
        Func<Stream, CancellationToken, IAsyncEnumerable<BillRow>> read,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var wire = await open(cancellation);
        if (wire.Reply.Answer?.Status != HttpStatusCode.OK)
        {
            var why = wire.Reply.Answer is { } refused
                ? FormattableString.Invariant($"HTTP status {(int)refused.Status}")
                : wire.Reply.Reason;
            throw new BillBrokenException($"the bill cannot be fetched: {why}");
        }

        await using var body = await wire.OpenBodyAsync(cancellation);
        await foreach (var row in read(body, cancellation))
        {
            yield return row;
        }
    }

    private static async ValueTask<bool> NextAsync(
        IAsyncEnumerator<BillRow> rows, CancellationToken cancellation)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (Exception e) when (e is IOException or InvalidDataException
            or DecoderFallbackException)
        {
            throw new BillBrokenException("the bill came broken", e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new BillBrokenException("the bill took too long", e);
        }
    }
}
