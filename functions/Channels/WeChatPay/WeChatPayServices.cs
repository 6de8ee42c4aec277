using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Registers the channel. Needs a <see cref="Keys.SignRsa2"/> from elsewhere.</summary>
internal static class WeChatPayServices
{
    /// <summary>Adds WeChat Pay.</summary>
    public static IServiceCollection AddWeChatPay(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChannelHttp(configuration);
        services.AddSingleton<WeChatPayOpenings>();
        services.AddSingleton(static p => new AccountBook<WeChatPayAccount>(
            WeChatPayChannel.ChannelName, p.GetRequiredService<ReadAccount>(),
            p.GetRequiredService<WeChatPayOpenings>().Open));
        services.AddSingleton<WeChatPayCall>();
        services.AddSingleton<WeChatPayKeyRing>();
        services.AddSingleton<WeChatPayGateway>();
        services.AddSingleton<WeChatPayV2Gateway>();
        services.AddSingleton<WeChatPayClosing>();
        services.AddSingleton<WeChatPayOpening>();
        services.AddSingleton<WeChatPayCharging>();
        services.AddSingleton<WeChatPayInbox>();
        services.AddSingleton<WeChatPayBilling>();
        services.AddSingleton<WeChatPayChannel>();
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<WeChatPayChannel>());
        return services;
    }
}
