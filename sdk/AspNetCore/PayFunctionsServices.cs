using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PayFunctions.Sdk;

/// <summary>Registration with a host.</summary>
public static class PayFunctionsServices
{
    private const string ClientName = "PayFunctions";

    /// <summary>
    /// Registers <see cref="PayClient"/>, <see cref="PayVerifier"/> and <see cref="GatewayKeys"/>
    /// as singletons. The options are checked when the host starts.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddPayFunctions(
        this IServiceCollection services, Action<PayOptions> configure)
    {
        services.AddOptionsWithValidateOnStart<PayOptions, PayOptionsValidator>()
            .Configure(configure);
        services.TryAddSingleton(TimeProvider.System);

        // Connections renew themselves, so handlers need not; addresses stay out of the logs. Who
        // calls sets the limit of time, which can be longer than the client's own.
        services.AddHttpClient(ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(PayClient.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton(provider => new PayClient(
            Http(provider), Options(provider), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => Options(provider) is { GatewayKeys: { } pinned }
            ? new GatewayKeys(pinned)
            : new GatewayKeys(
                Http(provider),
                Options(provider).Environment!.Gateway,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILogger<GatewayKeys>>()));
        services.TryAddSingleton(provider => new PayVerifier(
            Options(provider),
            provider.GetRequiredService<GatewayKeys>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoginMemory>()));
        return services;
    }

    private static PayOptions Options(IServiceProvider provider)
        => provider.GetRequiredService<IOptions<PayOptions>>().Value;

    private static HttpClient Http(IServiceProvider provider)
        => provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
}
