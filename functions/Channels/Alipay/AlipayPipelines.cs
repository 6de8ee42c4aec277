using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// How long and how often one gateway is asked. Queries are repeated; a close is not, because a
/// later query tells what became of it. Both share one circuit.
/// </summary>
internal sealed class AlipayPipelines
{
    private const double FailureRatio = 0.5;

    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline<AlipayHttpAnswer> once;
    private readonly ResiliencePipeline<AlipayHttpAnswer> repeated;

    /// <summary>Makes the pipelines of one gateway.</summary>
    public AlipayPipelines(AlipayOptions options, TimeProvider time)
    {
        var attempt = New(time)
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<AlipayHttpAnswer>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = options.BreakerCalls,
                SamplingDuration = Sampling,
                BreakDuration = options.BreakerPause,
                ShouldHandle = static outcome => ValueTask.FromResult(IsTrouble(outcome.Outcome)),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout })
            .Build();
        once = New(time).AddTimeout(options.TotalTimeout).AddPipeline(attempt).Build();
        repeated = options.QueryRetries == 0 ? once : New(time)
            .AddTimeout(options.TotalTimeout)
            .AddRetry(new RetryStrategyOptions<AlipayHttpAnswer>
            {
                MaxRetryAttempts = options.QueryRetries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = static outcome => ValueTask.FromResult(IsTrouble(outcome.Outcome)),
            })
            .AddPipeline(attempt)
            .Build();
    }

    /// <summary>The pipeline of a method.</summary>
    public ResiliencePipeline<AlipayHttpAnswer> For(string method)
        => string.Equals(method, AlipayMethod.Query, StringComparison.Ordinal) ? repeated : once;

    private static ResiliencePipelineBuilder<AlipayHttpAnswer> New(TimeProvider time)
        => new() { TimeProvider = time };

    // An answer that is too large would be too large again.
    private static bool IsTrouble(Outcome<AlipayHttpAnswer> outcome)
        => outcome.Exception switch
        {
            HttpRequestException e
                => e.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
            TimeoutRejectedException => true,
            null => (int)outcome.Result.Status >= 500,
            _ => false,
        };
}
