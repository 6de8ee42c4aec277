using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayFunctions.Channels.Wire;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Wire;

/// <summary>What channels share, as it is registered, with a clock by hand.</summary>
internal sealed class WireBench : IDisposable
{
    private readonly ServiceProvider services;

    public WireBench(params (string Key, string Value)[] settings)
        : this(null, settings)
    {
    }

    public WireBench(
        X509Certificate2Collection? roots, params (string Key, string Value)[] settings)
    {
        var registered = new ServiceCollection().AddSingleton<TimeProvider>(Time);
        if (roots is not null)
        {
            registered.AddSingleton(p => new ChannelConnections(
                p.GetRequiredService<IOptions<ChannelLimits>>(), roots));
        }

        services = registered.AddChannelHttp(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(
                static s => KeyValuePair.Create("Channels:" + s.Key, (string?)s.Value)))
            .Build()).BuildServiceProvider();
    }

    public ManualTimeProvider Time { get; } = new();

    public ChannelHttp Http => services.GetRequiredService<ChannelHttp>();

    public void Start() => services.GetRequiredService<IStartupValidator>().Validate();

    public ChannelLimits Limits
        => services.GetRequiredService<IOptions<ChannelLimits>>().Value;

    public void Dispose() => services.Dispose();
}
