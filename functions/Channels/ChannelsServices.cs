using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Channels;

/// <summary>Registers the router; each channel registers itself beside it.</summary>
internal static class ChannelsServices
{
    /// <summary>Adds the router over every registered channel.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
        => services.AddSingleton<ChannelRouter>();
}
