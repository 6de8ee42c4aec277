using PayFunctions.Batches;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Batches that go on, in memory.</summary>
internal sealed class MemoryBatchQueue(TimeProvider time) : IBatchQueue
{
    /// <summary>The queue itself.</summary>
    public MemoryQueue<BatchMessage> Queue { get; } = new(time);

    /// <summary>Runs before every message: a process may die there.</summary>
    public Action BeforeSend { get; set; } = static () => { };

    /// <inheritdoc/>
    public Task PlanAsync(
        BatchMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        BeforeSend();
        Queue.Send(message, delay);
        return Task.CompletedTask;
    }
}
