using System.Collections.Concurrent;

namespace PayFunctions.Tests.Flows.Host.Wire;

/// <summary>
/// Every request to storage and vault that had its effect, and what is to go wrong with them.
/// </summary>
internal sealed class WireLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> names = new();
    private readonly ConcurrentDictionary<string, bool> held = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource changed = Fresh();
    private volatile TaskCompletionSource open = Opened();

    /// <summary>Names in order of their answers; empty looks at queues are left out.</summary>
    public IReadOnlyList<string> Names => [.. names];

    /// <summary>What requests carry, where a test wants to see it.</summary>
    public ConcurrentQueue<string>? Carried { get; set; }

    /// <summary>What goes wrong; null when all is well.</summary>
    public WireFault? Fault { get; set; }

    /// <summary>How long the pump hides what it takes: its ten minutes, or less for a test that
    /// loses the answer in which a message was handed out.</summary>
    public TimeSpan? Lease { get; set; }

    /// <summary>Completes while the pump may look.</summary>
    public Task PumpMayLook => open.Task;

    /// <summary>Whether messages are out at the pump, or about to be.</summary>
    public bool HoldsMessages => !held.IsEmpty;

    /// <summary>The pump looks no more until <see cref="Release"/>.</summary>
    public void Hold() => open = Fresh();

    /// <summary>The pump looks again.</summary>
    public void Release() => open.TrySetResult();

    /// <summary>Forgets what was seen.</summary>
    public void Clear() => names.Clear();

    /// <summary>A request had its effect.</summary>
    public void Add(string name)
    {
        names.Enqueue(name);
        Interlocked.Exchange(ref changed, Fresh()).TrySetResult();
    }

    /// <summary>The pump was given a message, or will be in a moment.</summary>
    public void Take(string messageId) => held[messageId] = true;

    /// <summary>A message was taken out of its queue.</summary>
    public void Settle(string messageId) => held.TryRemove(messageId, out _);

    /// <summary>Waits until no message is out at the pump, or about to be.</summary>
    public Task WhenSettledAsync() => WhenAsync(() => !HoldsMessages);

    /// <summary>Waits until requests of that name were seen so often.</summary>
    public Task WhenSeenAsync(string name, int times) => WhenAsync(() => times <= names.Count(
        seen => string.Equals(seen, name, StringComparison.Ordinal)));

    private async Task WhenAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            // Taken first: what changes after the look completes it.
            var next = changed;
            if (holds())
            {
                return;
            }

            try
            {
                await next.Task.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException over)
            {
                throw new TimeoutException(
                    $"It did not come to that; last seen: {string.Join("; ", names.TakeLast(20))}",
                    over);
            }
        }
    }

    private static TaskCompletionSource Fresh()
        => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource Opened()
    {
        var source = Fresh();
        source.SetResult();
        return source;
    }
}
