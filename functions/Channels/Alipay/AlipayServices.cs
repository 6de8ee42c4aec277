using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>Registers the channel. Needs a <see cref="Keys.SignRsa2"/> from elsewhere.</summary>
internal static class AlipayServices
{
    /// <summary>Adds Alipay.</summary>
    public static IServiceCollection AddAlipay(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChannelHttp(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static p => new AccountBook<AlipayAccount>(
            AlipayChannel.ChannelName, p.GetRequiredService<ReadAccount>(),
            AlipayAccountRules.Open));
        services.AddSingleton<AlipayGateway>();
        services.AddSingleton<AlipayBilling>();
        services.AddSingleton<AlipayCall>();
        services.AddSingleton<AlipayChannel>();
        services.AddSingleton<AlipayHoldChannel>();
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AlipayChannel>());
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AlipayHoldChannel>());
        services.AddSingleton<AlipayAgreementChannel>();
        services.AddSingleton<AlipayDebitChannel>();
        services.AddSingleton<AlipayIdentityChannel>();
        services.AddSingleton<IChannel>(
            static p => p.GetRequiredService<AlipayAgreementChannel>());
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AlipayDebitChannel>());
        services.AddSingleton<IChannel>(
            static p => p.GetRequiredService<AlipayIdentityChannel>());
        return services;
    }
}
