using Azure;
using Azure.Storage.Queues;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>Where messages go that fail too often: <c>{queue}-poison</c>, made when first needed.
/// A message there lives for the service's default of 7 days.</summary>
/// <param name="queue">The poison queue.</param>
internal sealed class PoisonQueue(QueueClient queue)
{
    private const string Suffix = "-poison";
    private const int LongestQueueName = 63;

    public string Name => queue.Name;

    /// <summary>Null for a queue that is one itself, or whose name leaves no room: the real
    /// extension has none there either.</summary>
    public static PoisonQueue? Of(QueueServiceClient account, string queueName)
        => queueName.EndsWith(Suffix, StringComparison.Ordinal)
            || queueName.Length + Suffix.Length > LongestQueueName
                ? null
                : new PoisonQueue(account.GetQueueClient(queueName + Suffix));

    /// <summary>Keeps the stored text as it is.</summary>
    public async Task AddAsync(BinaryData stored)
    {
        try
        {
            await queue.SendMessageAsync(stored);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await queue.CreateIfNotExistsAsync();
            await queue.SendMessageAsync(stored);
        }
    }
}
