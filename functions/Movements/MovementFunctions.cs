using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.Storage;

namespace PayFunctions.Movements;

/// <summary>What follows a movement.</summary>
internal sealed class MovementFunctions(MovementConsumer consumer)
{
    /// <summary>Somebody announced that an order moves, or its time has come.</summary>
    [Function("FollowMovement")]
    public Task FollowAsync(
        [QueueTrigger(StorageNames.Movements)] QueueMessage message,
        CancellationToken cancellation)
        => consumer.RunAsync(QueueText.ReadMovement(message.Body), cancellation);
}
