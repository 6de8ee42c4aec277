using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PayFunctions.Net;

/// <summary>
/// One circuit and one time limit per host and port. A circuit counts the posts that did not
/// reach the host, never its answers: a host that answers 500 is alive.
/// </summary>
internal sealed class HostCircuits(IOptions<NetOptions> options, TimeProvider time)
{
    private const double FailureRatio = 0.5;

    private readonly Lock sync = new();
    private readonly LinkedList<Entry> byUse = [];
    private readonly Dictionary<string, LinkedListNode<Entry>> byHost =
        new(StringComparer.Ordinal);

    /// <summary>How many hosts are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (sync)
            {
                return byHost.Count;
            }
        }
    }

    /// <summary>The pipeline for that URL's host; the host longest unused makes room.</summary>
    public ResiliencePipeline<DeliveryResult> For(Uri url)
    {
        var host = $"{url.Scheme}://{url.IdnHost}:{url.Port}";
        lock (sync)
        {
            if (byHost.TryGetValue(host, out var known))
            {
                byUse.Remove(known);
                byUse.AddFirst(known);
                return known.Value.Pipeline;
            }

            if (byHost.Count >= options.Value.CircuitHosts)
            {
                byHost.Remove(byUse.Last!.Value.Host);
                byUse.RemoveLast();
            }

            var entry = new Entry(host, Build());
            byHost.Add(host, byUse.AddFirst(entry));
            return entry.Pipeline;
        }
    }

    // The circuit is outside the time limit, so that it sees a post that took too long.
    private ResiliencePipeline<DeliveryResult> Build()
        => new ResiliencePipelineBuilder<DeliveryResult> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<DeliveryResult>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = options.Value.CircuitPosts,
                SamplingDuration = options.Value.CircuitWindow,
                BreakDuration = options.Value.CircuitBreak,
                ShouldHandle = new PredicateBuilder<DeliveryResult>()
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(static result => result.Outcome
                        is DeliveryOutcome.DnsFailed
                        or DeliveryOutcome.ConnectFailed
                        or DeliveryOutcome.TlsFailed
                        or DeliveryOutcome.TimedOut
                        or DeliveryOutcome.Cut),
            })
            .AddTimeout(options.Value.Timeout)
            .Build();

    private sealed record Entry(string Host, ResiliencePipeline<DeliveryResult> Pipeline);
}
