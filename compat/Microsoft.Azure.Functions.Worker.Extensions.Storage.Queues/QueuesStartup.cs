using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: WorkerExtensionStartup(typeof(QueuesStartup))]

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>Adds the pump to an app that has a queue function.</summary>
internal sealed class QueuesStartup : WorkerExtensionStartup
{
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        var configuration = ((IHostApplicationBuilder)applicationBuilder).Configuration;
        applicationBuilder.Services.AddSingleton(QueueSettings.From(configuration));
        applicationBuilder.Services.AddSingleton<QueueConnections>();
        applicationBuilder.Services.AddHostedService<QueuePumps>();
        applicationBuilder.Services.AddSingleton(new TriggerSupport(
            typeof(QueueTriggerAttribute),
            static function => SingleValueInput.Check(
                function, typeof(QueueMessage), typeof(string), typeof(BinaryData))));
    }
}
