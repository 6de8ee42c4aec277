using PayFunctions.Reconciliation;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Days to be reconciled in memory.</summary>
internal sealed class MemoryReconcileQueue(TimeProvider time) : IReconcileQueue
{
    /// <summary>The queue itself.</summary>
    public MemoryQueue<ReconcileMessage> Queue { get; } = new(time);

    /// <inheritdoc/>
    public Task PlanAsync(
        ReconcileMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Queue.Send(message, delay);
        return Task.CompletedTask;
    }
}
