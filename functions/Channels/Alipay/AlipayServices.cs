using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayFunctions.Channels.Alipay;

/// <summary>Registers the channel. Needs a <see cref="Keys.SignRsa2"/> from elsewhere.</summary>
internal static class AlipayServices
{
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    /// <summary>Adds Alipay; its settings are validated at the start.</summary>
    public static IServiceCollection AddAlipay(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<AlipayOptions, AlipayOptionsValidator>()
            .Bind(configuration.GetSection(AlipayOptions.Section));
        services.AddHttpClient(AlipayGateway.ClientName, static client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;  // the pipelines say how long
                client.MaxResponseContentBufferSize = AlipayGateway.AnswerBytesMax;
            })
            .ConfigurePrimaryHttpMessageHandler(static provider => new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ConnectTimeout = provider.GetRequiredService<IOptions<AlipayOptions>>()
                    .Value.ConnectTimeout,
                PooledConnectionLifetime = ConnectionLife,
            })
            .RemoveAllLoggers();  // addresses carry signatures and tokens
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static p => new AccountBook<AlipayAccount>(
            AlipayChannel.ChannelName, p.GetRequiredService<ReadAccount>(),
            AlipayAccountRules.Open));
        services.AddSingleton<AlipayGateway>();
        services.AddSingleton<AlipayChannel>();
        services.AddSingleton<IChannel>(static p => p.GetRequiredService<AlipayChannel>());
        return services;
    }
}
