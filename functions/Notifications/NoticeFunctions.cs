using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.Storage;

namespace PayFunctions.Notifications;

/// <summary>The merchant is told again.</summary>
internal sealed class NoticeFunctions(NoticeConsumer consumer)
{
    /// <summary>A planned attempt is due: its visibility delay is over.</summary>
    [Function("RepeatNotice")]
    public Task RepeatAsync(
        [QueueTrigger(StorageNames.MerchantNotices)] QueueMessage message,
        CancellationToken cancellation)
        => consumer.RunAsync(QueueText.ReadNotice(message.Body), cancellation);
}
