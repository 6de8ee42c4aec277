using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>Registers the channel.</summary>
internal static class TenpayServices
{
    /// <summary>Adds Tenpay.</summary>
    public static IServiceCollection AddTenpay(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChannelHttp(configuration);
        services.AddSingleton<TenpayOpenings>();
        services.AddSingleton(static p => new AccountBook<TenpayAccount>(
            TenpayChannel.ChannelName, p.GetRequiredService<ReadAccount>(),
            p.GetRequiredService<TenpayOpenings>().Open));
        services.AddSingleton<TenpayGateway>();
        services.AddSingleton<TenpayProof>();
        services.AddSingleton<TenpayBilling>();
        services.AddSingleton<TenpayChannel>();
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<TenpayChannel>());
        return services;
    }
}
