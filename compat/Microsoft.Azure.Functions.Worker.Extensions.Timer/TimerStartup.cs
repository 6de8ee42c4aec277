using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Timer;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.DependencyInjection;

[assembly: WorkerExtensionStartup(typeof(TimerStartup))]

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>Adds the clockwork to an app that has a timer function.</summary>
internal sealed class TimerStartup : WorkerExtensionStartup
{
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        applicationBuilder.Services.AddHostedService<TimerListeners>();
        applicationBuilder.Services.AddSingleton(new TriggerSupport(
            typeof(TimerTriggerAttribute),
            static function => SingleValueInput.Check(function, typeof(TimerInfo))));
    }
}
