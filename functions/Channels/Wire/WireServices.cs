using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayFunctions.Channels.Wire;

/// <summary>Registers what channels share.</summary>
internal static class WireServices
{
    /// <summary>
    /// Adds <see cref="ChannelHttp"/>, once: every channel may say that it needs it. Its settings
    /// are validated at the start.
    /// </summary>
    public static IServiceCollection AddChannelHttp(
        this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(static s => s.ServiceType == typeof(ChannelHttp)))
        {
            return services;
        }

        services.AddOptionsWithValidateOnStart<ChannelLimits, ChannelLimitsValidator>()
            .Bind(configuration.GetSection(ChannelLimits.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static p => new ChannelConnections(
            p.GetRequiredService<IOptions<ChannelLimits>>()));
        services.AddSingleton<ChannelPipelines>();
        services.AddSingleton<ChannelHttp>();
        services.TryAddSingleton<BillReading>();
        return services;
    }
}
