using Azure.Storage.Queues;
using PayFunctions.Storage;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>The queue service with our two queues.</summary>
internal sealed class SimQueueService(SimQueue movements, SimQueue notices, Seam seam)
    : QueueServiceClient
{
    /// <inheritdoc/>
    public override QueueClient GetQueueClient(string queueName) => queueName switch
    {
        StorageNames.Movements => new SimQueueClient(queueName, movements, seam),
        StorageNames.MerchantNotices => new SimQueueClient(queueName, notices, seam),
        _ => throw new ArgumentOutOfRangeException(nameof(queueName), queueName, null),
    };
}
