using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PayFunctions.Channels.Alipay;

/// <summary>Posts signed requests and gives verified answers.</summary>
internal sealed class AlipayGateway(
    IHttpClientFactory clients,
    IOptions<AlipayOptions> options,
    TimeProvider time)
{
    /// <summary>The client's name at the factory.</summary>
    public const string ClientName = "alipay";

    /// <summary>The largest answer.</summary>
    public const int AnswerBytesMax = 256 * 1024;

    // One circuit for each gateway, shared by its accounts and methods.
    private readonly ConcurrentDictionary<Uri, AlipayPipelines> pipelines = new();

    /// <summary>
    /// Asks the gateway. Every trouble on the way is a reason in the reply; only the caller's own
    /// cancellation and the signer throw.
    /// </summary>
    public async Task<AlipayReply> PostAsync(
        AlipayAccount account,
        string method,
        IReadOnlyList<KeyValuePair<string, string>> signed,
        CancellationToken cancellation)
    {
        var pipeline = pipelines
            .GetOrAdd(account.Gateway, _ => new AlipayPipelines(options.Value, time))
            .For(method);
        try
        {
            var (status, body) = await pipeline.ExecuteAsync(
                token => SendAsync(account, signed, token), cancellation);
            return status == HttpStatusCode.OK
                ? AlipayAnswer.Read(body, AlipayMethod.RootOf(method), account)
                : AlipayReply.Trouble(FormattableString.Invariant($"HTTP status {(int)status}"));
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return AlipayReply.Trouble("the answer is too large");
        }
        catch (HttpRequestException e)
        {
            return AlipayReply.Trouble($"no answer: {e.HttpRequestError}");
        }
        catch (TimeoutRejectedException)
        {
            return AlipayReply.Trouble("no answer in time");
        }
        catch (BrokenCircuitException)
        {
            return AlipayReply.Trouble("not asked: the gateway fails too often");
        }
    }

    private async ValueTask<AlipayHttpAnswer> SendAsync(
        AlipayAccount account,
        IReadOnlyList<KeyValuePair<string, string>> signed,
        CancellationToken cancellation)
    {
        var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, AlipayWire.Query(account, signed));
        request.Content = new ByteArrayContent(AlipayWire.Body(account, signed));
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type", $"application/x-www-form-urlencoded;charset={account.Charset.Name}");
        using var response = await client.SendAsync(request, cancellation);
        return new AlipayHttpAnswer(
            response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation));
    }
}
