using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>A pump for each queue function.</summary>
internal sealed class QueuePumps(
    FunctionCatalog catalog,
    QueueConnections connections,
    QueueSettings settings,
    IConfiguration configuration,
    FunctionInvoker invoker,
    Drain drain,
    Chance chance,
    TimeProvider time,
    ILogger<QueuePumps> logger) : BackgroundService
{
    private QueuePump[] pumps = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Here, not in the background: an app with a wrong setting must not start.
        pumps = [.. catalog.With<QueueTriggerAttribute>().Select(PumpOf)];
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(pumps.Select(pump => pump.RunAsync(stoppingToken)));

    private QueuePump PumpOf(FunctionMethod function)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        var name = SettingNames.Resolve(trigger.QueueName, configuration);
        var account = connections.Open(trigger.Connection);
        var queue = account.GetQueueClient(name);
        var delivery = new QueueDelivery(
            function, queue, PoisonQueue.Of(account, name), settings, invoker, time, logger);
        return new QueuePump(
            queue, delivery, settings,
            new PollingBackOff(settings.MaxPollingInterval, chance), drain, time, logger);
    }
}
