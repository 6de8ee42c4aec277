using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// Calls channels: no proxy, no redirects, no cookies, bounded answers. Every trouble on the way
/// is a reason in the reply; only the caller's own cancellation is thrown.
/// </summary>
internal sealed class ChannelHttp(ChannelConnections connections, ChannelPipelines pipelines)
{
    /// <summary>The largest answer where a request does not say otherwise.</summary>
    public const int AnswerBytesMax = 256 * 1024;

    /// <summary>Asks: the request changes nothing at the channel, and is repeated after trouble.
    /// </summary>
    public Task<WireReply> AskAsync(WireRequest request, CancellationToken cancellation)
        => RunAsync(
            pipelines.ForQuestion(request.Address), token => AttemptAsync(request, token),
            cancellation);

    /// <summary>Sends once: the request does something at the channel.</summary>
    public Task<WireReply> SendAsync(WireRequest request, CancellationToken cancellation)
        => RunAsync(
            pipelines.ForOnce(request.Address), token => AttemptAsync(request, token),
            cancellation);

    /// <summary>
    /// Asks once for an answer that may be large. The time limit is that of its head; whoever reads
    /// the body sets one for that.
    /// </summary>
    public async Task<WireStream> OpenAsync(WireRequest request, CancellationToken cancellation)
    {
        HttpResponseMessage? response = null;
        var reply = await RunAsync(
            pipelines.ForOnce(request.Address),
            async token =>
            {
                response = await ReceiveAsync(request, token);
                return Answer(response, []);
            },
            cancellation);
        if (reply.Answer is null)
        {
            response?.Dispose();
            response = null;
        }

        return new WireStream(reply, response);
    }

    private static async Task<WireReply> RunAsync(
        ResiliencePipeline<WireAnswer> pipeline,
        Func<CancellationToken, ValueTask<WireAnswer>> attempt, CancellationToken cancellation)
    {
        try
        {
            return WireReply.Of(await pipeline.ExecuteAsync(attempt, cancellation));
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return WireReply.Trouble("the answer is too large");
        }
        catch (HttpRequestException e)
        {
            var reason = $"no answer: {e.HttpRequestError}";
            return IsBeforeConnection(e) ? WireReply.NotSent(reason) : WireReply.Trouble(reason);
        }
        catch (TimeoutRejectedException)
        {
            return WireReply.Trouble("no answer in time");
        }
        catch (BrokenCircuitException)
        {
            return WireReply.NotSent("not asked: the channel's host fails too often");
        }
    }

    private static bool IsBeforeConnection(HttpRequestException trouble)
        => trouble.HttpRequestError is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    private async ValueTask<WireAnswer> AttemptAsync(
        WireRequest request, CancellationToken cancellation)
    {
        using var response = await ReceiveAsync(request, cancellation);
        await response.Content.LoadIntoBufferAsync(request.AnswerBytesMax, cancellation);
        return Answer(response, await response.Content.ReadAsByteArrayAsync(cancellation));
    }

    private static WireAnswer Answer(HttpResponseMessage response, byte[] body)
        => new(
            response.StatusCode,
            response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type)
                ? type.ToString()
                : null,
            body,
            WireHeaders.Of(response.Headers.NonValidated.SelectMany(
                static h => h.Value.Select(v => KeyValuePair.Create(h.Key, v)))));

    /// <summary>Sends, and waits for the head of the answer.</summary>
    private async Task<HttpResponseMessage> ReceiveAsync(
        WireRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(request.Method, request.Address);
        if (request.ContentType is { } contentType)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            return await connections.For(request.Certificate).SendAsync(message, cancellation);
        }
        catch (OperationCanceledException e)
            when (e.InnerException is TimeoutException && !cancellation.IsCancellationRequested)
        {
            // A connection that takes too long comes as a cancellation that nobody asked for.
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, message: null, inner: e);
        }
    }
}
