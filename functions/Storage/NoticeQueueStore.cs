using Azure.Storage.Queues;

namespace PayFunctions.Storage;

/// <summary>Planned attempts in a storage queue; the visibility timeout is the schedule.</summary>
internal sealed class NoticeQueueStore(QueueServiceClient queues, QueuePace pace) : INoticeQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.MerchantNotices);

    /// <inheritdoc/>
    public async Task PlanAsync(
        NoticeMessage message, TimeSpan delay, CancellationToken cancellation)
        => await queue.SendMessageAsync(
            QueueText.Write(message), pace.HiddenFor(delay), Forever,
            cancellation);
}
