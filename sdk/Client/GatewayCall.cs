using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace PayFunctions.Sdk;

/// <summary>One call of the gateway: signed, sent once, its answer or problem read.</summary>
internal sealed class GatewayCall(HttpClient http, PayOptions options, TimeProvider clock)
{
    /// <summary>Sends a call whose answer is JSON.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="pathAndQuery">As it is signed and sent.</param>
    /// <param name="body">UTF-8 JSON, or nothing.</param>
    /// <param name="answerType">How the answer is read.</param>
    /// <param name="longer">What is added to <see cref="PayOptions.Timeout"/>.</param>
    /// <param name="cancellation">Gives up; the call may take effect all the same.</param>
    public async Task<PayResult<T>> SendAsync<T>(
        HttpMethod method,
        string pathAndQuery,
        ReadOnlyMemory<byte> body,
        JsonTypeInfo<T> answerType,
        TimeSpan longer,
        CancellationToken cancellation)
        where T : class
        => await SendAsync(
            method,
            pathAndQuery,
            body,
            (answer, token) => PayAnswer.ReadAsync(answer, answerType, clock, token),
            longer,
            cancellation).ConfigureAwait(false);

    /// <summary>Sends a call.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="pathAndQuery">As it is signed and sent.</param>
    /// <param name="body">UTF-8 JSON, or nothing.</param>
    /// <param name="read">How the answer is read.</param>
    /// <param name="longer">What is added to <see cref="PayOptions.Timeout"/>.</param>
    /// <param name="cancellation">Gives up; the call may take effect all the same.</param>
    public async Task<PayResult<T>> SendAsync<T>(
        HttpMethod method,
        string pathAndQuery,
        ReadOnlyMemory<byte> body,
        Func<HttpResponseMessage, CancellationToken, Task<PayResult<T>>> read,
        TimeSpan longer,
        CancellationToken cancellation)
        where T : class
    {
        var address = new Uri(options.Environment!.Gateway, pathAndQuery);
        using var limit = new CancellationTokenSource(options.Timeout + longer, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                await RequestAuthorization.SignAsync(
                    options,
                    method.Method,
                    address.PathAndQuery,
                    body,
                    clock.GetUtcNow(),
                    either.Token).ConfigureAwait(false));
            if (method == HttpMethod.Post)
            {
                request.Content = new ReadOnlyMemoryContent(body);
                request.Content.Headers.ContentType = body.IsEmpty
                    ? null
                    : new MediaTypeHeaderValue("application/json", "utf-8");
            }

            using var answer = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            return await read(answer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(PayAnswer.NoAnswer(
                PayProblemCodes.Timeout, "The gateway did not answer in time."));
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return new(PayAnswer.NoAnswer(
                PayProblemCodes.Unreachable, $"The gateway gave no answer: {problem.Message}"));
        }
    }
}
