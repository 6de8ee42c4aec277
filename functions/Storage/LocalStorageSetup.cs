using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PayFunctions.Storage;

/// <summary>
/// Makes tables and queues on a developer's machine. In the cloud the deployment makes them and the
/// identity may not.
/// </summary>
internal sealed class LocalStorageSetup(
    TableServiceClient tables, QueueServiceClient queues, IOptions<StorageOptions> options)
    : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.TableServiceUri is not null)
        {
            return;
        }

        foreach (var table in StorageNames.Tables)
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        foreach (var queue in StorageNames.Queues)
        {
            await queues.GetQueueClient(queue)
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
