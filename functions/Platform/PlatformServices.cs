using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Platform;

/// <summary>Registers the operator's side.</summary>
internal static class PlatformServices
{
    /// <summary>Adds applications, keys and dead letters.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services)
        => services
            .AddSingleton<ApplicationDirectory>()
            .AddSingleton<RegisterApplication>()
            .AddSingleton<RotateKey>()
            .AddSingleton<KeepDeadLetter>()
            .AddSingleton<PlatformCalls>();
}
