using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PayFunctions.Net;

/// <summary>
/// Posts to URLs that merchants chose, and to nothing that merchants should not reach: checks
/// the URL, resolves the name, checks every address, connects to a checked one. No redirect, no
/// proxy, no cookie; one time limit; a limit on what is read.
/// </summary>
internal sealed class GuardedClient : IDisposable
{
    private const string FormType = "application/x-www-form-urlencoded;charset=utf-8";

    private static readonly string Agent =
        $"PayFunctions/{typeof(GuardedClient).Assembly.GetName().Version!.ToString(3)}";

    private readonly NetOptions options;
    private readonly NetworkList allowed;
    private readonly HostCircuits circuits;
    private readonly TimeProvider time;
    private readonly HttpMessageInvoker invoker;

    /// <summary>One for the process: it owns the pool of connections.</summary>
    /// <param name="options">Times and limits.</param>
    /// <param name="allowed">Networks that are open although they are not public.</param>
    /// <param name="names">Who resolves.</param>
    /// <param name="circuits">The state kept per host.</param>
    /// <param name="time">The clock of all limits.</param>
    /// <param name="roots">Certificates trusted in place of the machine's; null for the
    /// machine's.</param>
    public GuardedClient(
        IOptions<NetOptions> options,
        NetworkList allowed,
        IResolveNames names,
        HostCircuits circuits,
        TimeProvider time,
        X509Certificate2Collection? roots = null)
    {
        this.options = options.Value;
        this.allowed = allowed;
        this.circuits = circuits;
        this.time = time;
        var connection = new GuardedConnection(names, allowed, time);
        invoker = new(GuardedHandler.Create(this.options, connection, roots));
    }

    /// <summary>Posts a form over https; a URL with another scheme is refused.</summary>
    public Task<DeliveryResult> PostFormAsync(
        Uri url, ReadOnlyMemory<byte> body, CancellationToken cancellation)
        => PostFormAsync(url, body, UrlSchemes.HttpsOnly, cancellation);

    /// <summary>Posts a form, once. Every ending is a result.</summary>
    /// <param name="url">The merchant's URL; its original text is checked again.</param>
    /// <param name="body">The form, encoded.</param>
    /// <param name="schemes">Whether the application may use http.</param>
    /// <param name="cancellation">The caller's; only its own exception leaves here.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<DeliveryResult> PostFormAsync(
        Uri url,
        ReadOnlyMemory<byte> body,
        UrlSchemes schemes,
        CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var result = await CheckAndPostAsync(url.OriginalString, body, schemes, cancellation);
        return result with { Duration = time.GetElapsedTime(start) };
    }

    /// <inheritdoc/>
    public void Dispose() => invoker.Dispose();

    private async Task<DeliveryResult> CheckAndPostAsync(
        string text,
        ReadOnlyMemory<byte> body,
        UrlSchemes schemes,
        CancellationToken cancellation)
    {
        var check = UrlRules.Check(text, schemes, allowed);
        if (check.Url is not { } url)
        {
            return new(DeliveryOutcome.Refused)
            {
                UrlVerdict = check.Verdict,
                AddressVerdict = check.Address,
            };
        }

        try
        {
            return await circuits.For(url).ExecuteAsync(
                async limited => await SendAsync(url, body, limited), cancellation);
        }
        catch (BrokenCircuitException open)
        {
            return new(DeliveryOutcome.CircuitOpen)
            {
                RetryAfter = open.RetryAfter ?? options.CircuitBreak,
            };
        }
        catch (TimeoutRejectedException)
        {
            return new(DeliveryOutcome.TimedOut);
        }
    }

    private async Task<DeliveryResult> SendAsync(
        Uri url, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ReadOnlyMemoryContent(body),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", FormType);
        try
        {
            using var response = await invoker.SendAsync(request, cancellation);
            return await AnswerReading.ReadAsync(
                response, options.AnswerLimit, time.GetUtcNow(), cancellation);
        }
        catch (HttpRequestException failure)
        {
            return Name(failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The handler's own limit for a connection attempt that an earlier post began.
            return new(DeliveryOutcome.ConnectFailed);
        }
    }

    private static DeliveryResult Name(HttpRequestException failure)
        => (failure.InnerException, failure.HttpRequestError) switch
        {
            (ConnectionRefusal refusal, _) => new(refusal.Outcome)
            {
                AddressVerdict = refusal.Address,
            },
            (_, HttpRequestError.SecureConnectionError) => new(DeliveryOutcome.TlsFailed),
            (_, HttpRequestError.ConnectionError) => new(DeliveryOutcome.ConnectFailed),
            (_, HttpRequestError.ConfigurationLimitExceeded) => new(DeliveryOutcome.TooLarge),
            _ => new(DeliveryOutcome.Cut),
        };
}
