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
        => RunAsync(pipelines.ForQuestion(request.Address), request, cancellation);

    /// <summary>Sends once: the request does something at the channel.</summary>
    public Task<WireReply> SendAsync(WireRequest request, CancellationToken cancellation)
        => RunAsync(pipelines.ForOnce(request.Address), request, cancellation);

    private async Task<WireReply> RunAsync(
        ResiliencePipeline<WireAnswer> pipeline, WireRequest request,
        CancellationToken cancellation)
    {
        try
        {
            return WireReply.Of(await pipeline.ExecuteAsync(
                token => AttemptAsync(request, token), cancellation));
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return WireReply.Trouble("the answer is too large");
        }
        catch (HttpRequestException e)
        {
            return WireReply.Trouble($"no answer: {e.HttpRequestError}");
        }
        catch (TimeoutRejectedException)
        {
            return WireReply.Trouble("no answer in time");
        }
        catch (BrokenCircuitException)
        {
            return WireReply.Trouble("not asked: the channel's host fails too often");
        }
    }

    private async ValueTask<WireAnswer> AttemptAsync(
        WireRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(request.Method, request.Address);
        if (request.ContentType is { } contentType)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        try
        {
            using var response = await connections.For(request.Certificate)
                .SendAsync(message, cancellation);
            await response.Content.LoadIntoBufferAsync(request.AnswerBytesMax, cancellation);
            return new WireAnswer(
                response.StatusCode,
                response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type)
                    ? type.ToString()
                    : null,
                await response.Content.ReadAsByteArrayAsync(cancellation));
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
