using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayFunctions.Host;

/// <summary>Registers the clock, the identity and our own address.</summary>
internal static class HostServices
{
    /// <summary>Adds what every other folder may need.</summary>
    public static IServiceCollection AddGatewayHost(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<GatewayOptions, GatewayOptionsValidator>()
            .Bind(configuration.GetSection("Gateway"));
        services.AddOptionsWithValidateOnStart<TroubleOptions, TroubleOptionsValidator>()
            .Bind(configuration.GetSection("Trouble"));
        services.AddRehearsal(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TokenCredential>(
            _ => new DefaultAzureCredential(new DefaultAzureCredentialOptions
            {
                ManagedIdentityClientId = configuration["AZURE_CLIENT_ID"],
            }));
        services.AddSingleton(static provider => new GatewayAddress(WithSlash(
            provider.GetRequiredService<IOptions<GatewayOptions>>().Value.PublicUri!)));
        services.AddSingleton<CheckReadiness>();
        return services;
    }

    private static Uri WithSlash(Uri uri)
        => uri.AbsoluteUri.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
}
