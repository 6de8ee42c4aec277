using System.Text.Json.Serialization.Metadata;

namespace PayFunctions.Sdk;

/// <summary>The gateway's server-to-server interface. One instance serves an application.</summary>
/// <remarks>
/// A refusal by the gateway is a <see cref="PayProblem"/>, not an exception; so are time-outs and
/// broken connections. Nothing is retried behind the caller's back, but for
/// <see cref="ChargeAndWaitAsync"/>, which is made for that: every call here can be sent again as
/// it is, for a payment is made once for its <c>out_trade_no</c> and a refund once for its
/// <c>out_request_no</c>. Exceptions: the caller's cancellation,
/// <see cref="RequestSigningException"/>, and programmer errors.
/// </remarks>
/// <param name="http">A client without redirects: see <see cref="CreateHandler"/>.</param>
/// <param name="options">Application, key and gateway.</param>
/// <param name="clock">Dates signatures, limits waiting; by default the system's clock.</param>
/// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
/// The options are not valid; every problem is named.
/// </exception>
public sealed partial class PayClient(
    HttpClient http, PayOptions options, TimeProvider? clock = null)
{
    private static readonly TimeSpan HoldMin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan HoldMax = TimeSpan.FromDays(365);

    private readonly PayOptions _options = options.EnsureValid();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly GatewayCall _call = new(http, options, clock ?? TimeProvider.System);

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

    /// <summary>An empty payment at a till of this client's application.</summary>
    /// <returns>A request to fill.</returns>
    public BarcodeRequest NewBarcodeRequest() => new(_options);

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
        return PostAsync(
            "/v1/payments",
            PaymentBody.Write(request.Values),
            PayJson.Default.CreatePaymentResponse,
            cancellation);
    }

    /// <summary>Charges the code that a payer shows at a till.</summary>
    /// <param name="request">The payment with its code.</param>
    /// <param name="cancellation">Gives up; the payer may be charged all the same.</param>
    /// <returns>
    /// The order: <see cref="TradeState.UserPaying"/> while nobody knows, for the payer may have to
    /// enter a password. Query it then, and cancel it when it takes too long. Or a problem; with
    /// <see cref="PayProblem.IsOutcomeUnknown"/> the payer may have been charged: send the same
    /// again.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    public Task<PayResult<OrderQueryResponse>> ChargeAsync(
        BarcodeRequest request, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return _call.SendAsync(
            HttpMethod.Post,
            "/v1/payments/barcode",
            PaymentBody.Write(request.Values),
            PayJson.Default.OrderQueryResponse,
            TimeSpan.FromSeconds(request.WaitSeconds ?? 0),
            cancellation);
    }

    /// <summary>
    /// Charges the code that a payer shows, waits until it is decided, and cancels when that takes
    /// too long. A charge whose answer was lost is sent again, which charges nobody twice.
    /// </summary>
    /// <param name="request">The payment with its code; not to be changed meanwhile.</param>
    /// <param name="limit">
    /// From the start until the payment is cancelled: 1 second to 10 minutes. The gateway is asked
    /// every 3 seconds. A call that has begun is waited for, and the cancel is tried 5 times, each
    /// try with a query, at most 10 seconds apart.
    /// </param>
    /// <param name="cancellation">
    /// Gives up without a cancel: the payer may be charged all the same, so query.
    /// </param>
    /// <returns>
    /// The final order: paid, refused (<see cref="TradeState.PayError"/>), closed, or cancelled
    /// (<see cref="TradeState.Revoked"/>). Or the problem for which nobody was charged; or
    /// <see cref="PayProblemCodes.Undecided"/>, when even the cancel was left without an outcome.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of range.</exception>
    public Task<PayResult<OrderQueryResponse>> ChargeAndWaitAsync(
        BarcodeRequest request, TimeSpan limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, ChargeWait.LimitMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ChargeWait.LimitMax);
        request.EnsureValid();
        return new ChargeWait(this, request, _clock).RunAsync(limit, cancellation);
    }

    /// <summary>Asks how an order stands; the gateway asks the channel when undecided.</summary>
    /// <param name="request">Which order.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The order, or a problem such as <c>ORDER_NOT_FOUND</c>.</returns>
    public Task<PayResult<OrderQueryResponse>> QueryAsync(
        OrderQueryRequest request, CancellationToken cancellation = default)
        => GetAsync(
            request.PathAndQuery, PayJson.Default.OrderQueryResponse, cancellation);

    /// <summary>Closes an order that is not paid; closing it again gives the same answer.</summary>
    /// <param name="transactionId">The gateway's number.</param>
    /// <param name="cancellation">Gives up; the order may be closed all the same.</param>
    /// <returns>The closed order, or a problem such as <c>ORDER_PAID</c>.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<OrderQueryResponse>> CloseAsync(
        string transactionId, CancellationToken cancellation = default)
        => PostAsync(
            OrderQueryRequest.PathOf(transactionId) + "/close",
            body: default,
            PayJson.Default.OrderQueryResponse,
            cancellation);

    /// <summary>
    /// Cancels a payment whose outcome nobody knows, such as a charge that takes too long: it is
    /// undone at its channel, and what was paid goes back. Cancelling again gives the same answer.
    /// </summary>
    /// <param name="transactionId">The gateway's number.</param>
    /// <param name="cancellation">Gives up; the payment may be cancelled all the same.</param>
    /// <returns>
    /// The cancelled order, <see cref="TradeState.Revoked"/>; or a problem, such as
    /// <c>ORDER_PAID</c> (it is known to be paid: refund it), <c>CAPABILITY_UNSUPPORTED</c> (its
    /// channel cannot), or <c>CHANNEL_UNDECIDED</c> (repeat the call).
    /// </returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<OrderQueryResponse>> CancelAsync(
        string transactionId, CancellationToken cancellation = default)
        => PostAsync(
            OrderQueryRequest.PathOf(transactionId) + "/cancel",
            body: default,
            PayJson.Default.OrderQueryResponse,
            cancellation);

    /// <summary>Gives money back; the same refund again gives the same answer.</summary>
    /// <param name="request">The refund.</param>
    /// <param name="cancellation">Gives up; the money may go back all the same.</param>
    /// <returns>
    /// The refund, often still <see cref="RefundState.Processing"/>: a notification tells its end.
    /// Or a problem such as <c>REFUND_EXCEEDS_PAYMENT</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    public Task<PayResult<RefundResponse>> RefundAsync(
        RefundRequest request, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return PostAsync(
            RefundRequest.Path, request.Write(), PayJson.Default.RefundResponse, cancellation);
    }

    /// <summary>Asks what became of a refund.</summary>
    /// <param name="request">Which refund.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The refund, or a problem such as <c>REFUND_NOT_FOUND</c>.</returns>
    public Task<PayResult<RefundResponse>> QueryRefundAsync(
        RefundQueryRequest request, CancellationToken cancellation = default)
        => GetAsync(request.Path, PayJson.Default.RefundResponse, cancellation);

    /// <summary>Asks for an amount to be held; the same again gives the same answer.</summary>
    /// <param name="request">As for a payment; its channel has to be one that can hold.</param>
    /// <param name="holdFor">
    /// How long after the payer authorised it what is left goes back by itself, 10 minutes to 365
    /// days; null for 7 days. The channel's contract may end it sooner.
    /// </param>
    /// <param name="cancellation">Gives up; the authorisation may exist all the same.</param>
    /// <returns>The authorisation with where to send the payer, or a problem.</returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of range.</exception>
    public Task<PayResult<CreateAuthorizationResponse>> AuthorizeAsync(
        PayRequest request, TimeSpan? holdFor = null, CancellationToken cancellation = default)
    {
        if (holdFor is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, HoldMin, nameof(holdFor));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, HoldMax, nameof(holdFor));
        }

        request.EnsureValid();
        return PostAsync(
            AuthorizationQueryRequest.Path,
            PaymentBody.Write(request.Values, json =>
            {
                if (holdFor is { } held)
                {
                    json.WriteNumber("hold_for", (long)held.TotalSeconds);
                }
            }),
            PayJson.Default.CreateAuthorizationResponse,
            cancellation);
    }

    /// <summary>Asks how an authorisation stands.</summary>
    /// <param name="request">Which.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The authorisation, or a problem such as <c>ORDER_NOT_FOUND</c>.</returns>
    public Task<PayResult<AuthorizationResponse>> QueryAuthorizationAsync(
        AuthorizationQueryRequest request, CancellationToken cancellation = default)
        => GetAsync(
            request.PathAndQuery, PayJson.Default.AuthorizationResponse, cancellation);

    /// <summary>Takes what is held, in whole or in part; the same again gives the same answer.
    /// </summary>
    /// <param name="authorizationId">The gateway's number of the authorisation.</param>
    /// <param name="request">How much, and under which number.</param>
    /// <param name="cancellation">Gives up; the amount may be taken all the same.</param>
    /// <returns>
    /// The capture with the payment that it became; while it is
    /// <see cref="CaptureState.Processing"/>, a notification of that payment tells its end. Or a
    /// problem such as <c>EXCEEDS_HOLD</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<CaptureResponse>> CaptureAsync(
        string authorizationId, CaptureRequest request,
        CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return PostAsync(
            AuthorizationQueryRequest.PathOf(authorizationId) + "/capture",
            request.Write(), PayJson.Default.CaptureResponse, cancellation);
    }

    /// <summary>
    /// Lets go what is held, or ends what the payer has not authorised yet; the same again gives
    /// the same answer.
    /// </summary>
    /// <param name="authorizationId">The gateway's number of the authorisation.</param>
    /// <param name="request">How much, and under which number.</param>
    /// <param name="cancellation">Gives up; the amount may be let go all the same.</param>
    /// <returns>The authorisation, or a problem such as <c>NOTHING_HELD</c>.</returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<AuthorizationResponse>> VoidAsync(
        string authorizationId, VoidRequest request, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return PostAsync(
            AuthorizationQueryRequest.PathOf(authorizationId) + "/void",
            request.Write(), PayJson.Default.AuthorizationResponse, cancellation);
    }

    /// <summary>Lists orders by the time they were created, a page at a time.</summary>
    /// <param name="request">From when to when, and which.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A page, or a problem such as <c>PARAMETER_INVALID</c>.</returns>
    public Task<PayResult<PaymentListResponse>> ListAsync(
        PaymentListRequest request, CancellationToken cancellation = default)
        => GetAsync(
            request.PathAndQuery, PayJson.Default.PaymentListResponse, cancellation);

    /// <summary>Fetches the statement of a day: a CSV file of what moved the merchant's money.
    /// </summary>
    /// <param name="request">Which day, and in which characters.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The file, which came whole; or a problem such as <c>DAY_NOT_CLOSED</c>.</returns>
    public Task<PayResult<StatementResponse>> GetStatementAsync(
        StatementRequest request, CancellationToken cancellation = default)
        => _call.SendAsync(
            HttpMethod.Get,
            request.PathAndQuery,
            body: default,
            (answer, token) => StatementAnswer.ReadAsync(answer, _clock, token),
            StatementAnswer.Longer,
            cancellation);

    /// <summary>Asks what the application is owed for a day.</summary>
    /// <param name="day">The day, in Beijing.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the day comes to, or a problem such as <c>CLEARING_NOT_FOUND</c>.</returns>
    public Task<PayResult<ClearingResponse>> QueryClearingAsync(
        DateOnly day, CancellationToken cancellation = default)
        => GetAsync(
            "/v1/clearings/" + WireText.Of(day), PayJson.Default.ClearingResponse, cancellation);

    /// <summary>Asks about a notification.</summary>
    /// <param name="request">Which notification.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The notification, or a problem such as <c>NOTIFICATION_NOT_FOUND</c>.</returns>
    public Task<PayResult<NotifyQueryResponse>> QueryNotificationAsync(
        NotifyQueryRequest request, CancellationToken cancellation = default)
        => GetAsync(request.Path, PayJson.Default.NotifyQueryResponse, cancellation);

    /// <summary>Has a notification sent again, with the same <c>notify_id</c>.</summary>
    /// <param name="notifyId">The notification's id.</param>
    /// <param name="cancellation">Gives up; it may be sent all the same.</param>
    /// <returns>The notification, or a problem such as <c>NOTIFICATION_NOT_FOUND</c>.</returns>
    /// <exception cref="ArgumentException">It cannot be such an id.</exception>
    public Task<PayResult<NotifyQueryResponse>> ResendNotificationAsync(
        string notifyId, CancellationToken cancellation = default)
        => PostAsync(
            new NotifyQueryRequest(notifyId).Path + "/resend",
            body: default,
            PayJson.Default.NotifyQueryResponse,
            cancellation);

    /// <summary>
    /// Signs a link that opens the gateway's console for one of the merchant's own people: orders,
    /// refunds, notifications, statements. Whoever opens it first is signed in for 30 minutes, so
    /// redirect a person whom you have authenticated to it, and make a new one for each.
    /// </summary>
    /// <param name="cancellation">Gives up waiting for a remote key.</param>
    /// <returns>An address that works once, for 5 minutes.</returns>
    /// <exception cref="RequestSigningException">The signer could not sign.</exception>
    public Task<Uri> GetConsoleUrlAsync(CancellationToken cancellation = default)
        => ConsoleUrl.SignAsync(_options, _clock, cancellation);

    private Task<PayResult<T>> GetAsync<T>(
        string pathAndQuery, JsonTypeInfo<T> answerType, CancellationToken cancellation)
        where T : class
        => _call.SendAsync(
            HttpMethod.Get, pathAndQuery, body: default, answerType, TimeSpan.Zero, cancellation);

    private Task<PayResult<T>> PostAsync<T>(
        string path,
        ReadOnlyMemory<byte> body,
        JsonTypeInfo<T> answerType,
        CancellationToken cancellation)
        where T : class
        => _call.SendAsync(
            HttpMethod.Post, path, body, answerType, TimeSpan.Zero, cancellation);
}
