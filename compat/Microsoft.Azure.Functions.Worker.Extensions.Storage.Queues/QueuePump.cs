using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>Takes messages of one queue, in batches, and runs them beside each other.</summary>
internal sealed partial class QueuePump(
    QueueClient queue,
    QueueDelivery delivery,
    QueueSettings settings,
    PollingBackOff backOff,
    Drain drain,
    TimeProvider time,
    ILogger logger)
{
    // At most batchSize + newBatchThreshold at any time.
    private readonly List<Task> running = [];

    /// <summary>Ends when <paramref name="stop"/> is cancelled and what was running has
    /// ended.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (await HasRoomAsync(stop))
        {
            var batch = await ReceiveAsync();
            if (stop.IsCancellationRequested)
            {
                await Task.WhenAll(batch.Select(delivery.ReturnAsync));
                break;
            }

            running.AddRange(batch.Select(delivery.RunAsync));
            if (batch.Length > 0)
            {
                backOff.Found();
            }
            else
            {
                await Task.Delay(backOff.Next(), time, stop)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(running);
    }

    /// <summary>Waits for room; false when it is time to stop.</summary>
    private async Task<bool> HasRoomAsync(CancellationToken stop)
    {
        running.RemoveAll(static task => task.IsCompleted);
        while (running.Count > settings.NewBatchThreshold && !stop.IsCancellationRequested)
        {
            await ((Task)Task.WhenAny(running)).WaitAsync(stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            running.RemoveAll(static task => task.IsCompleted);
        }

        return !stop.IsCancellationRequested;
    }

    // Not cut at once by a stop: what the service has handed out must be given back.
    private async Task<QueueMessage[]> ReceiveAsync()
    {
        QueueMessage[] batch = [];
        var failure = await Attempt.FailureOfAsync(async () =>
            batch = await queue.ReceiveMessagesAsync(
                settings.BatchSize, settings.Lease, drain.Token));
        switch (failure)
        {
            case null:
                break;
            case RequestFailedException { Status: 404 }:
                Log.Missing(logger, queue.Name);
                break;
            default:
                Log.NotReceived(logger, queue.Name, failure);
                break;
        }

        return batch;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Queue {Queue} does not exist; it is looked for again.")]
        public static partial void Missing(ILogger logger, string queue);

        [LoggerMessage(2, LogLevel.Warning, "Queue {Queue} could not be read.")]
        public static partial void NotReceived(ILogger logger, string queue, Exception failure);
    }
}
