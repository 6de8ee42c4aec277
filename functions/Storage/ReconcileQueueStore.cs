using Azure.Storage.Queues;
using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>Days to be reconciled in a storage queue.</summary>
internal sealed class ReconcileQueueStore(QueueServiceClient queues, QueuePace pace)
    : IReconcileQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.Reconciliations);

    /// <inheritdoc/>
    public async Task PlanAsync(
        ReconcileMessage message, TimeSpan delay, CancellationToken cancellation)
        => await queue.SendMessageAsync(
            ReconcileText.Write(message), pace.HiddenFor(delay), Forever,
            cancellation);
}
