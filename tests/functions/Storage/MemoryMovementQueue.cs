using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Announcements in memory.</summary>
internal sealed class MemoryMovementQueue(TimeProvider time) : IMovementQueue
{
    /// <summary>The queue itself, for whoever consumes it or looks at it.</summary>
    public MemoryQueue<MovementMessage> Queue { get; } = new(time);

    /// <inheritdoc/>
    public Task<WakeUp> AnnounceAsync(
        MovementMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var longest = MovementQueueStore.LongestDelay;
        var visibility = delay < longest ? delay : longest;
        var at = time.GetUtcNow() + visibility;
        var sent = Queue.Send(message with { DueAt = at }, visibility);
        return Task.FromResult(new WakeUp(sent.MessageId, sent.PopReceipt, at));
    }

    /// <inheritdoc/>
    public Task<bool> HastenAsync(
        WakeUp standing, MovementMessage message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Queue.Update(
            standing.MessageId, standing.PopReceipt,
            message with { IsHastened = true, DueAt = null }));
    }

    /// <inheritdoc/>
    public Task CancelAsync(WakeUp wakeUp, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _ = Queue.Delete(wakeUp.MessageId, wakeUp.PopReceipt);
        return Task.CompletedTask;
    }
}
