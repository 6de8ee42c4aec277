using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Planned attempts in memory.</summary>
internal sealed class MemoryNoticeQueue(TimeProvider time) : INoticeQueue
{
    /// <summary>The queue itself, for whoever consumes it or looks at it.</summary>
    public MemoryQueue<NoticeMessage> Queue { get; } = new(time);

    /// <inheritdoc/>
    public Task PlanAsync(
        NoticeMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _ = Queue.Send(message, delay);
        return Task.CompletedTask;
    }
}
