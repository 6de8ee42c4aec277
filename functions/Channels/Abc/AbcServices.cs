using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>Registers the channel. Needs a <see cref="ReadAccount"/> from elsewhere.</summary>
internal static class AbcServices
{
    /// <summary>Adds the Agricultural Bank of China.</summary>
    public static IServiceCollection AddAbc(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChannelHttp(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static p => new AccountBook<AbcAccount>(
            AbcChannel.ChannelName, p.GetRequiredService<ReadAccount>(), AbcAccountRules.Open));
        services.AddSingleton<AbcGateway>();
        services.AddSingleton<AbcChannel>();
        services.AddSingleton<AbcHoldChannel>();
        services.AddSingleton<AbcKCodeChannel>();
        services.AddSingleton<AbcAgreementChannel>();
        services.AddSingleton<AbcDebitChannel>();
        services.AddSingleton<AbcIdentityChannel>();
        services.AddSingleton<AbcIdentityCheckChannel>();
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AbcChannel>());
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AbcHoldChannel>());
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AbcKCodeChannel>());
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AbcAgreementChannel>());
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AbcDebitChannel>());
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AbcIdentityChannel>());
        services.AddSingleton<IChannel>(
            static p => p.GetRequiredService<AbcIdentityCheckChannel>());
        return services;
    }
}
