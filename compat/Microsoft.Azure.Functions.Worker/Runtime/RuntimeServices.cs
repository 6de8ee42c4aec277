using System.Reflection;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Finds the functions, lets their extensions in, registers the runtime.</summary>
internal static class RuntimeServices
{
    public static void AddTo(FunctionsApplicationBuilder builder, InvocationPipeline pipeline)
    {
        var settings = new HostSettings(builder.Configuration);
        var catalog = FunctionCatalog.Scan(AssemblyOf(settings), settings.Runs);
        foreach (var assembly in catalog.Functions
            .Select(static function => function.Trigger.GetType().Assembly).Distinct())
        {
            Start(assembly, builder);
        }

        Check(catalog, builder.Services);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(Chance.System);
        builder.Services.AddSingleton(catalog);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(pipeline);
        builder.Services.AddSingleton<Drain>();
        builder.Services.AddSingleton<FunctionInvoker>();
    }

    private static Assembly AssemblyOf(HostSettings settings)
        => settings.AssemblyName is { } name
            ? Assembly.Load(name)
            : Assembly.GetEntryAssembly()
                ?? throw new InvalidOperationException(
                    $"There is no entry assembly: set {HostSettings.AssemblySetting}.");

    private static void Start(Assembly assembly, FunctionsApplicationBuilder builder)
    {
        if (assembly.GetCustomAttribute<WorkerExtensionStartupAttribute>() is { } startup)
        {
            ((WorkerExtensionStartup)Activator.CreateInstance(startup.StartupType)!)
                .Configure(builder);
        }
    }

    private static void Check(FunctionCatalog catalog, IServiceCollection services)
    {
        var supports = services
            .Select(static service => service.ImplementationInstance)
            .OfType<TriggerSupport>()
            .ToLookup(static support => support.TriggerType);
        foreach (var function in catalog.Functions)
        {
            var support = supports[function.Trigger.GetType()].FirstOrDefault()
                ?? throw new InvalidOperationException(
                    $"Nothing serves the {function.Trigger.GetType().Name} of '{function.Name}': "
                    + "an HTTP function needs ConfigureFunctionsWebApplication().");
            support.Check(function);
        }
    }
}
