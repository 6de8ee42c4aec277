using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>Registers the channel.</summary>
internal static class ExampleServices
{
    /// <summary>Adds the example, and what channels call by.</summary>
    public static IServiceCollection AddExample(
        this IServiceCollection services, IConfiguration configuration)
        => services
            .AddChannelHttp(configuration)
            .AddSingleton(static p => new AccountBook<ExampleAccount>(
                ExampleChannel.ChannelName, p.GetRequiredService<ReadAccount>(),
                ExampleAccountRules.Open))
            .AddSingleton<ExampleGateway>()
            .AddSingleton<IChannel, ExampleChannel>();
}
