using Azure;
using Azure.Storage.Queues;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Whether tables and queues answer.</summary>
internal sealed class StorageReadiness(IOrderStore orders, QueueServiceClient queues)
{
    private static readonly OrderId Nobody = OrderId.Of("", "");

    /// <summary>Asks each once.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await orders.FindAsync(Nobody, cancellation);
            await queues.GetQueueClient(StorageNames.Movements)
                .GetPropertiesAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            return false;
        }
    }
}
