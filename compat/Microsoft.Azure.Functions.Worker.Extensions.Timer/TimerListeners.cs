using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>A listener for each timer function.</summary>
internal sealed class TimerListeners(
    FunctionCatalog catalog,
    IConfiguration configuration,
    FunctionInvoker invoker,
    TimeProvider time) : BackgroundService
{
    private TimerListener[] listeners = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Here, not in the background: an app with a wrong schedule must not start.
        listeners = [.. catalog.With<TimerTriggerAttribute>().Select(ListenerOf)];
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(listeners.Select(listener => listener.RunAsync(stoppingToken)));

    private TimerListener ListenerOf(FunctionMethod function)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        var schedule = TimerSchedule.Parse(SettingNames.Resolve(trigger.Schedule, configuration));
        return new TimerListener(function, schedule, trigger.RunOnStartup, invoker, time);
    }
}
