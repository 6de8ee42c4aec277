using Azure.Storage.Queues;
using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>Batches that go on, in a storage queue.</summary>
internal sealed class BatchQueueStore(QueueServiceClient queues, QueuePace pace) : IBatchQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.Batches);

    /// <inheritdoc/>
    public async Task PlanAsync(
        BatchMessage message, TimeSpan delay, CancellationToken cancellation)
        => await queue.SendMessageAsync(
            BatchText.Write(message), pace.HiddenFor(delay), Forever,
            cancellation);
}
