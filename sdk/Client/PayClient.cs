using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;

namespace PayFunctions.Sdk;

/// <summary>The gateway's server-to-server interface. One instance serves an application.</summary>
/// <remarks>
/// A refusal by the gateway is a <see cref="PayProblem"/>, not an exception; so are time-outs and
/// broken connections. Nothing is retried behind the caller's back: every call here can be sent
/// again as it is, for a payment is created once for its <c>out_trade_no</c>. Exceptions: the
/// caller's cancellation, <see cref="RequestSigningException"/>, and programmer errors.
/// </remarks>
/// <param name="http">A client without redirects: see <see cref="CreateHandler"/>.</param>
/// <param name="options">Application, key and gateway.</param>
/// <param name="clock">Dates signatures, limits waiting; by default the system's clock.</param>
/// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
/// The options are not valid; every problem is named.
/// </exception>
public sealed class PayClient(HttpClient http, PayOptions options, TimeProvider? clock = null)
{
    private readonly PayOptions _options = options.EnsureValid();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>
    /// A connection without redirects, cookies and proxies from the environment, renewed every
    /// five minutes so that DNS changes are seen.
    /// </summary>
    /// <returns>A handler to construct an <see cref="HttpClient"/> with.</returns>
    public static SocketsHttpHandler CreateHandler()
        => new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 32,
        };

    /// <summary>An empty payment of this client's application.</summary>
    /// <returns>A request to fill.</returns>
    public PayRequest NewRequest() => new(_options, _clock);

    /// <summary>Creates a payment; the same payment again gives the same answer.</summary>
    /// <param name="request">The payment.</param>
    /// <param name="cancellation">Gives up; the payment may exist all the same.</param>
    /// <returns>The payment with its pay URL, or a problem.</returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    public Task<PayResult<CreatePaymentResponse>> CreateAsync(
        PayRequest request, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return SendAsync(
            HttpMethod.Post,
            "/v1/payments",
            CreatePaymentBody.Write(request.Values),
            PayJson.Default.CreatePaymentResponse,
            cancellation);
    }

    /// <summary>Asks how an order stands; the gateway asks the channel when undecided.</summary>
    /// <param name="request">Which order.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The order, or a problem such as <c>ORDER_NOT_FOUND</c>.</returns>
    public Task<PayResult<OrderQueryResponse>> QueryAsync(
        OrderQueryRequest request, CancellationToken cancellation = default)
        => SendAsync(
            HttpMethod.Get,
            request.PathAndQuery,
            body: default,
            PayJson.Default.OrderQueryResponse,
            cancellation);

    /// <summary>Closes an order that is not paid; closing it again gives the same answer.</summary>
    /// <param name="transactionId">The gateway's number.</param>
    /// <param name="cancellation">Gives up; the order may be closed all the same.</param>
    /// <returns>The closed order, or a problem such as <c>ORDER_PAID</c>.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<OrderQueryResponse>> CloseAsync(
        string transactionId, CancellationToken cancellation = default)
        => SendAsync(
            HttpMethod.Post,
            OrderQueryRequest.PathOf(transactionId) + "/close",
            body: default,
            PayJson.Default.OrderQueryResponse,
            cancellation);

    /// <summary>Asks about a notification.</summary>
    /// <param name="request">Which notification.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The notification, or a problem such as <c>NOTIFICATION_NOT_FOUND</c>.</returns>
    public Task<PayResult<NotifyQueryResponse>> QueryNotificationAsync(
        NotifyQueryRequest request, CancellationToken cancellation = default)
        => SendAsync(
            HttpMethod.Get,
            request.Path,
            body: default,
            PayJson.Default.NotifyQueryResponse,
            cancellation);

    /// <summary>Has a notification sent again, with the same <c>notify_id</c>.</summary>
    /// <param name="notifyId">The notification's id.</param>
    /// <param name="cancellation">Gives up; it may be sent all the same.</param>
    /// <returns>The notification, or a problem such as <c>NOTIFICATION_NOT_FOUND</c>.</returns>
    /// <exception cref="ArgumentException">It cannot be such an id.</exception>
    public Task<PayResult<NotifyQueryResponse>> ResendNotificationAsync(
        string notifyId, CancellationToken cancellation = default)
        => SendAsync(
            HttpMethod.Post,
            new NotifyQueryRequest(notifyId).Path + "/resend",
            body: default,
            PayJson.Default.NotifyQueryResponse,
            cancellation);

    private async Task<PayResult<T>> SendAsync<T>(
        HttpMethod method,
        string pathAndQuery,
        ReadOnlyMemory<byte> body,
        JsonTypeInfo<T> answerType,
        CancellationToken cancellation)
        where T : class
    {
        var address = new Uri(_options.Environment!.Gateway, pathAndQuery);
        using var limit = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                await RequestAuthorization.SignAsync(
                    _options,
                    method.Method,
                    address.PathAndQuery,
                    body,
                    _clock.GetUtcNow(),
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
            return await PayAnswer.ReadAsync(answer, answerType, _clock, either.Token)
                .ConfigureAwait(false);
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
