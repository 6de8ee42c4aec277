using Azure;
using Azure.Storage.Queues;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Announcements in a storage queue. A message never ages away.</summary>
internal sealed class MovementQueueStore(
    QueueServiceClient queues, QueuePace pace, TimeProvider time) : IMovementQueue
{
    /// <summary>The longest a queue can hide a message; longer waits take two hops.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(6);

    /// <summary>A message without an end of life.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private const int StatusBadRequest = 400;
    private const int StatusNotFound = 404;

    private readonly QueueClient queue = queues.GetQueueClient(StorageNames.Movements);

    /// <inheritdoc/>
    public async Task<WakeUp> AnnounceAsync(
        MovementMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        var visibility = delay < LongestDelay ? delay : LongestDelay;

        // Read before the send: no clock may call a message standing that was already received.
        var at = time.GetUtcNow() + visibility;
        var receipt = await queue.SendMessageAsync(
            QueueText.Write(message with { DueAt = at }), pace.HiddenFor(visibility), Forever,
            cancellation);
        return new WakeUp(receipt.Value.MessageId, receipt.Value.PopReceipt, at);
    }

    /// <inheritdoc/>
    public async Task<bool> HastenAsync(
        WakeUp standing, MovementMessage message, CancellationToken cancellation)
    {
        try
        {
            await queue.UpdateMessageAsync(
                standing.MessageId, standing.PopReceipt,
                QueueText.Write(message with { IsHastened = true, DueAt = null }), TimeSpan.Zero,
                cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is StatusNotFound or StatusBadRequest)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task CancelAsync(WakeUp wakeUp, CancellationToken cancellation)
    {
        try
        {
            await queue.DeleteMessageAsync(wakeUp.MessageId, wakeUp.PopReceipt, cancellation);
        }
        catch (RequestFailedException e) when (e.Status is StatusNotFound or StatusBadRequest)
        {
            // Spent, or being read this moment: it will find nothing due.
        }
    }
}
