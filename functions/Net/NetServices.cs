using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayFunctions.Net;

internal static class NetServices
{
    /// <summary>
    /// Adds <see cref="GuardedClient"/>, and <see cref="NetworkList"/> for those who check a URL
    /// before it is called. Settings that make no sense stop the start.
    /// </summary>
    public static IServiceCollection AddNet(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<NetOptions, NetOptionsValidator>()
            .Bind(configuration.GetSection(NetOptions.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IResolveNames, SystemNames>();
        services.AddSingleton(static provider => NetworkList.Parse(
            provider.GetRequiredService<IOptions<NetOptions>>().Value.AllowedNetworks)
            ?? NetworkList.None);
        services.AddSingleton<HostCircuits>();
        services.AddSingleton(static provider => new GuardedClient(
            provider.GetRequiredService<IOptions<NetOptions>>(),
            provider.GetRequiredService<NetworkList>(),
            provider.GetRequiredService<IResolveNames>(),
            provider.GetRequiredService<HostCircuits>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
