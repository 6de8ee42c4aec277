using Azure.Storage.Queues;

namespace PayFunctions.Storage;

/// <summary>Letters go back into their storage queues, and never age away there.</summary>
internal sealed class ReturnQueueStore(QueueServiceClient queues) : IReturnQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <inheritdoc/>
    public Task ReturnAsync(DeadLetter letter, CancellationToken cancellation)
        => queues.GetQueueClient(letter.Queue).SendMessageAsync(
            letter.Message, TimeSpan.Zero, Forever, cancellation);
}
