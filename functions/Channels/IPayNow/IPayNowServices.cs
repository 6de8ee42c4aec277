using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.IPayNow;

/// <summary>Registers the channel.</summary>
internal static class IPayNowServices
{
    /// <summary>Adds IPayNow, and what channels call by.</summary>
    public static IServiceCollection AddIPayNow(
        this IServiceCollection services, IConfiguration configuration)
        => services
            .AddChannelHttp(configuration)
            .AddSingleton(static p => new AccountBook<IPayNowAccount>(
                IPayNowChannel.ChannelName, p.GetRequiredService<ReadAccount>(),
                IPayNowAccountRules.Open))
            .AddSingleton<IPayNowGateway>()
            .AddSingleton<IPayNowCancel>()
            .AddSingleton<IPayNowChannel>()
            .AddSingleton<IChannel>(static p => p.GetRequiredService<IPayNowChannel>());
}
