using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PayFunctions.Sdk;

/// <summary>The gateway's public keys, fetched when needed and kept.</summary>
/// <remarks>
/// Keys are fetched again after an hour, and at most once a minute when a message names an unknown
/// one. If the gateway cannot be asked, known keys serve for 24 hours, then none does.
/// </remarks>
public sealed partial class GatewayKeys : IDisposable
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan DropAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient? _http;
    private readonly Uri _address;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Fetched _fetched;
    private DateTimeOffset _lastFetch = DateTimeOffset.MinValue;

    /// <summary>Keys that never change.</summary>
    /// <param name="keys">The pinned keys.</param>
    public GatewayKeys(GatewayKeySet keys)
    {
        _address = new Uri("about:blank");
        _clock = TimeProvider.System;
        _logger = NullLogger.Instance;
        _fetched = new(keys, DateTimeOffset.MaxValue);
    }

    /// <summary>Keys that are fetched from <c>/.well-known/jwks.json</c>.</summary>
    /// <param name="http">The connection; <see cref="PayClient.CreateHandler"/> fits.</param>
    /// <param name="gateway">The gateway's origin.</param>
    /// <param name="clock">Ages the keys; by default the system's clock.</param>
    /// <param name="logger">Told when keys cannot be fetched.</param>
    public GatewayKeys(
        HttpClient http,
        Uri gateway,
        TimeProvider? clock = null,
        ILogger<GatewayKeys>? logger = null)
    {
        _http = http;
        _address = new Uri(gateway, "/.well-known/jwks.json");
        _clock = clock ?? TimeProvider.System;
        _logger = logger ?? NullLogger<GatewayKeys>.Instance;
        _fetched = new(GatewayKeySet.Empty, DateTimeOffset.MinValue);
    }

    /// <summary>The keys at hand, fetched first when there are none or they are old.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The keys; an empty set when none can be had.</returns>
    public async ValueTask<GatewayKeySet> GetAsync(CancellationToken cancellation = default)
        => Age(_fetched) < RefreshAfter
            ? _fetched.Keys
            : await RefreshAsync(cancellation).ConfigureAwait(false);

    /// <summary>Fetches the keys again, unless that was tried within the last minute.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The keys; an empty set when none can be had.</returns>
    public async ValueTask<GatewayKeySet> RefreshAsync(CancellationToken cancellation = default)
    {
        if (_http is null)
        {
            return _fetched.Keys;
        }

        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var now = _clock.GetUtcNow();
            if (_lastFetch < now - BetweenFetches)
            {
                _lastFetch = now;

                // Not the caller's token: one who hangs up must not leave the others keyless.
                await FetchAsync(_http).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }

        return Age(_fetched) < DropAfter ? _fetched.Keys : GatewayKeySet.Empty;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private TimeSpan Age(Fetched fetched)
        => fetched.At == DateTimeOffset.MaxValue ? TimeSpan.Zero : _clock.GetUtcNow() - fetched.At;

    private async Task FetchAsync(HttpClient http)
    {
        using var limit = new CancellationTokenSource(FetchTimeout, _clock);
        try
        {
            using var answer = await http
                .GetAsync(_address, HttpCompletionOption.ResponseHeadersRead, limit.Token)
                .ConfigureAwait(false);
            var body = answer.IsSuccessStatusCode
                ? await BoundedBody
                    .ReadAsync(answer.Content, JwksDocument.BytesMax, limit.Token)
                    .ConfigureAwait(false)
                : null;
            if (body is null)
            {
                Log.NotFetched(_logger, $"status {(int)answer.StatusCode}, or over 64 KiB");
                return;
            }

            _fetched = new(GatewayKeySet.FromJwks(body), _clock.GetUtcNow());
        }
        catch (OperationCanceledException)
        {
            Log.NotFetched(_logger, "no answer within 10 s");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException
            or FormatException)
        {
            Log.NotFetched(_logger, problem.Message);
        }
    }

    private sealed record Fetched(GatewayKeySet Keys, DateTimeOffset At);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The gateway's keys were not fetched: {Reason}.")]
        public static partial void NotFetched(ILogger logger, string reason);
    }
}
