using System.Threading.RateLimiting;
using Azure;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PayFunctions.Keys;

/// <summary>
/// Spreads the calls to the vault: so many at once, so many waiting, the others are told to come
/// back. Throttled calls are repeated with jitter within the time limit.
/// </summary>
internal sealed class VaultGate : IDisposable
{
    /// <summary>Repetitions on top of those the client makes by itself.</summary>
    public const int MaxRepetitions = 2;

    private const int StatusThrottled = 429;

    private readonly ConcurrencyLimiter limiter;
    private readonly ResiliencePipeline pipeline;

    /// <summary>One for the process.</summary>
    public VaultGate(IOptions<KeysOptions> options, TimeProvider time)
    {
        limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = options.Value.Concurrency,
            QueueLimit = options.Value.Waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(options.Value.Timeout)
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<RequestFailedException>(
                    static e => e.Status == StatusThrottled),
                MaxRetryAttempts = MaxRepetitions,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>Runs one call to the vault in its turn.</summary>
    /// <exception cref="VaultBusyException">No turn came, or the vault did not answer.</exception>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        using var turn = await limiter.AcquireAsync(1, cancellation);
        if (!turn.IsAcquired)
        {
            throw new VaultBusyException("Too many callers wait for the vault already.", null);
        }

        try
        {
            return await pipeline.ExecuteAsync(
                async token => await call(token), cancellation);
        }
        catch (Exception e) when (e is TimeoutRejectedException or RequestFailedException)
        {
            throw new VaultBusyException("The vault gave no signature in time.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
