using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>Our hold on one message: it stays hidden from others while its function runs.</summary>
internal sealed partial class MessageLease(
    QueueClient queue, QueueMessage message, TimeSpan visibility, TimeProvider time,
    ILogger logger)
{
    /// <summary>How long the real extension hides a received message, and again at each
    /// renewal.</summary>
    public static readonly TimeSpan Visibility = TimeSpan.FromMinutes(10);

    private const int RenewalsInTime = 2;
    private const int RetriesInTime = 10;

    private readonly TimeSpan renewEvery = visibility / RenewalsInTime;
    private readonly TimeSpan retryAfter = visibility / RetriesInTime;

    // Each renewal gives a new receipt, and only the newest deletes.
    private string receipt = message.PopReceipt;

    /// <summary>Renews until told to stop, or until the message is no longer ours.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        var wait = renewEvery;
        while (await PauseAsync(wait, stop))
        {
            switch (await Attempt.FailureOfAsync(() => HideAsync(visibility)))
            {
                case null:
                    wait = renewEvery;
                    break;
                case RequestFailedException { Status: 404 }:
                    Log.Lost(logger, message.MessageId);
                    return;
                case var failure:
                    Log.NotRenewed(logger, message.MessageId, failure);
                    wait = retryAfter;
                    break;
            }
        }
    }

    /// <summary>Shows the message again after a while; its text stays as it is.</summary>
    public async Task HideAsync(TimeSpan hidden)
    {
        var updated = await queue.UpdateMessageAsync(
            message.MessageId, receipt, messageText: null, hidden);
        receipt = updated.Value.PopReceipt;
    }

    public Task DeleteAsync() => queue.DeleteMessageAsync(message.MessageId, receipt);

    private async Task<bool> PauseAsync(TimeSpan wait, CancellationToken stop)
    {
        await Task.Delay(wait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Message {MessageId} is no longer ours; another may run it too.")]
        public static partial void Lost(ILogger logger, string messageId);

        [LoggerMessage(2, LogLevel.Warning, "Message {MessageId} could not be renewed.")]
        public static partial void NotRenewed(ILogger logger, string messageId, Exception failure);
    }
}
