using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// How long and how often a host is called. Questions are repeated; nothing else is, because a
/// later question tells what became of it. Both share the host's one circuit.
/// </summary>
internal sealed class ChannelPipelines(IOptions<ChannelLimits> limits, TimeProvider time)
{
    private const double FailureRatio = 0.5;

    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    private readonly Lock sync = new();
    private readonly LinkedList<Host> byUse = [];
    private readonly Dictionary<string, LinkedListNode<Host>> byName =
        new(StringComparer.Ordinal);

    /// <summary>For what may be said again without harm.</summary>
    public ResiliencePipeline<WireAnswer> ForQuestion(Uri address) => Find(address).Repeated;

    /// <summary>For everything else: it is said once.</summary>
    public ResiliencePipeline<WireAnswer> ForOnce(Uri address) => Find(address).Once;

    private Host Find(Uri address)
    {
        var name = $"{address.Scheme}://{address.IdnHost}:{address.Port}";
        lock (sync)
        {
            if (byName.TryGetValue(name, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
                return known.Value;
            }

            if (byName.Count >= limits.Value.BreakerHosts)
            {
                byName.Remove(byUse.Last!.Value.Name);
                byUse.RemoveLast();
            }

            var host = Build(name);
            byName.Add(name, byUse.AddFirst(host));
            return host;
        }
    }

    // The circuit is outside the attempt's time limit, so that it sees one that took too long.
    private Host Build(string name)
    {
        var settings = limits.Value;
        var attempt = New()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WireAnswer>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = settings.BreakerCalls,
                SamplingDuration = Sampling,
                BreakDuration = settings.BreakerPause,
                ShouldHandle = static outcome => ValueTask.FromResult(IsTrouble(outcome.Outcome)),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = settings.AttemptTimeout })
            .Build();
        var once = New().AddTimeout(settings.TotalTimeout).AddPipeline(attempt).Build();
        var repeated = settings.QuestionRetries == 0 ? once : New()
            .AddTimeout(settings.TotalTimeout)
            .AddRetry(new RetryStrategyOptions<WireAnswer>
            {
                MaxRetryAttempts = settings.QuestionRetries,
                Delay = settings.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = static outcome => ValueTask.FromResult(IsTrouble(outcome.Outcome)),
            })
            .AddPipeline(attempt)
            .Build();
        return new Host(name, once, repeated);
    }

    private ResiliencePipelineBuilder<WireAnswer> New() => new() { TimeProvider = time };

    // An answer that is too large would be too large again.
    private static bool IsTrouble(Outcome<WireAnswer> outcome)
        => outcome.Exception switch
        {
            HttpRequestException e
                => e.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded,
            TimeoutRejectedException => true,
            null => (int)outcome.Result!.Status >= 500,
            _ => false,
        };

    private sealed record Host(
        string Name, ResiliencePipeline<WireAnswer> Once, ResiliencePipeline<WireAnswer> Repeated);
}
