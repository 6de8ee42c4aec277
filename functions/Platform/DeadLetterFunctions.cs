using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>Messages that failed for good: kept, shouted about, listed, sent again.</summary>
internal sealed class DeadLetterFunctions(KeepDeadLetter keep, PlatformCalls platform)
{
    /// <summary>The runtime gave up on an announcement.</summary>
    [Function("KeepMovement")]
    public Task KeepMovementAsync(
        [QueueTrigger(StorageNames.Movements + StorageNames.PoisonSuffix)] QueueMessage message,
        CancellationToken cancellation)
        => keep.RunAsync(
            StorageNames.Movements, message.MessageId, message.Body, message.DequeueCount,
            cancellation);

    /// <summary>The runtime gave up on a planned attempt.</summary>
    [Function("KeepNotice")]
    public Task KeepNoticeAsync(
        [QueueTrigger(StorageNames.MerchantNotices + StorageNames.PoisonSuffix)]
        QueueMessage message,
        CancellationToken cancellation)
        => keep.RunAsync(
            StorageNames.MerchantNotices, message.MessageId, message.Body,
            message.DequeueCount, cancellation);

    /// <summary>The runtime gave up on a day that was to be reconciled.</summary>
    [Function("KeepReconciliation")]
    public Task KeepReconciliationAsync(
        [QueueTrigger(StorageNames.Reconciliations + StorageNames.PoisonSuffix)]
        QueueMessage message,
        CancellationToken cancellation)
        => keep.RunAsync(
            StorageNames.Reconciliations, message.MessageId, message.Body,
            message.DequeueCount, cancellation);

    /// <summary>The runtime gave up on a batch.</summary>
    [Function("KeepBatch")]
    public Task KeepBatchAsync(
        [QueueTrigger(StorageNames.Batches + StorageNames.PoisonSuffix)] QueueMessage message,
        CancellationToken cancellation)
        => keep.RunAsync(
            StorageNames.Batches, message.MessageId, message.Body, message.DequeueCount,
            cancellation);

    /// <summary>Lists what is kept.</summary>
    [Function("ListDeadLetters")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "platform/dead-letters")]
        HttpRequest request, CancellationToken cancellation)
        => platform.ListDeadLettersAsync(request, cancellation);

    /// <summary>Sends one to its queue again.</summary>
    [Function("ResendDeadLetter")]
    public Task<IResult> ResendAsync(
        [HttpTrigger(
            AuthorizationLevel.Function, "post",
            Route = "platform/dead-letters/{queue}/{id}/resend")]
        HttpRequest request, string queue, string id, CancellationToken cancellation)
        => platform.ResendDeadLetterAsync(request, queue, id, cancellation);
}
