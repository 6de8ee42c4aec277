using PayFunctions.Reconciliation;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Days to be reconciled in memory.</summary>
internal sealed class MemoryReconcileQueue(TimeProvider time) : IReconcileQueue
{
    /// <summary>The queue itself.</summary>
    public MemoryQueue<ReconcileMessage> Queue { get; } = new(time);

    /// <summary>Runs before and after every write: a process may die there.</summary>
    public Action Around { get; set; } = static () => { };

    /// <inheritdoc/>
    public Task PlanAsync(
        ReconcileMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Around();
        Queue.Send(message, delay);
        Around();
        return Task.CompletedTask;
    }
}
