using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>One message to one function: run, then deleted, shown again or put aside.</summary>
internal sealed partial class QueueDelivery(
    FunctionMethod function,
    QueueClient queue,
    PoisonQueue? poison,
    QueueSettings settings,
    FunctionInvoker invoker,
    TimeProvider time,
    ILogger logger)
{
    /// <summary>Never fails: a message that cannot be settled shows itself again in time.</summary>
    public async Task RunAsync(QueueMessage stored)
    {
        var lease = new MessageLease(queue, stored, settings.Lease, time, logger);
        var failure = await Attempt.FailureOfAsync(() => DeliverAsync(stored, lease));
        if (failure is not null)
        {
            Log.NotSettled(logger, function.Name, stored.MessageId, failure);
        }
    }

    /// <summary>Gives back a message that has not been run.</summary>
    public async Task ReturnAsync(QueueMessage stored)
    {
        var lease = new MessageLease(queue, stored, settings.Lease, time, logger);
        var failure = await Attempt.FailureOfAsync(() => lease.HideAsync(TimeSpan.Zero));
        if (failure is not null)
        {
            Log.NotSettled(logger, function.Name, stored.MessageId, failure);
        }
    }

    private async Task DeliverAsync(QueueMessage stored, MessageLease lease)
    {
        if (stored.DequeueCount > settings.MaxDequeueCount && poison is not null)
        {
            await PutAsideAsync(stored, lease);
            return;
        }

        if (!MessageBody.TryRead(stored.Body, settings.Encoding, out var body))
        {
            Log.Unreadable(logger, stored.MessageId);
            await PutAsideAsync(stored, lease);
            return;
        }

        if (await InvokeAsync(stored, body, lease))
        {
            await lease.DeleteAsync();
        }
        else if (stored.DequeueCount >= settings.MaxDequeueCount || poison is null)
        {
            await PutAsideAsync(stored, lease);
        }
        else
        {
            await lease.HideAsync(settings.VisibilityTimeout);
        }
    }

    private async Task<bool> InvokeAsync(QueueMessage stored, BinaryData body, MessageLease lease)
    {
        using var settled = new CancellationTokenSource();
        var keeping = lease.KeepAsync(settled.Token);
        var outcome = await invoker.InvokeAsync(
            function, new SingleValueInput(ValueOf(stored, body)), CancellationToken.None);
        await settled.CancelAsync();
        await keeping;
        return outcome.Failure is null;
    }

    private object ValueOf(QueueMessage stored, BinaryData body)
        => function.Parameter.ParameterType switch
        {
            var type when type == typeof(string) => body.ToString(),
            var type when type == typeof(BinaryData) => body,
            _ => QueuesModelFactory.QueueMessage(
                stored.MessageId, stored.PopReceipt, body, stored.DequeueCount,
                stored.NextVisibleOn, stored.InsertedOn, stored.ExpiresOn),
        };

    private async Task PutAsideAsync(QueueMessage stored, MessageLease lease)
    {
        if (poison is null)
        {
            // As the real extension does: hidden until its ten minutes end, so as not to spin.
            Log.Left(logger, stored.MessageId, stored.DequeueCount);
            return;
        }

        Log.Poison(logger, stored.MessageId, stored.DequeueCount, poison.Name);
        await poison.AddAsync(stored.Body);
        await lease.DeleteAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "Message {MessageId} of {Function} could not be settled; it will show itself again.")]
        public static partial void NotSettled(
            ILogger logger, string function, string messageId, Exception failure);

        [LoggerMessage(2, LogLevel.Warning,
            "Message {MessageId} is not in the configured encoding.")]
        public static partial void Unreadable(ILogger logger, string messageId);

        [LoggerMessage(3, LogLevel.Warning,
            "Message {MessageId}, taken {DequeueCount} times, goes to {Queue}.")]
        public static partial void Poison(
            ILogger logger, string messageId, long dequeueCount, string queue);

        [LoggerMessage(4, LogLevel.Warning,
            "Message {MessageId}, taken {DequeueCount} times, has no poison queue; it stays.")]
        public static partial void Left(ILogger logger, string messageId, long dequeueCount);
    }
}
