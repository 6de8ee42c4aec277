using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>The channel as it is registered, with one account and a clock by hand.</summary>
internal sealed class IPayNowBench : IDisposable
{
    private readonly ServiceProvider services;

    public IPayNowBench(
        IPayNowProfile profile, string? server, params (string Name, string Value)[] settings)
    {
        var material = Material(profile, server, settings);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ReadAccount>((_, name, _) => ValueTask.FromResult(
                name == material.Name ? material : null))
            .AddIPayNow(new ConfigurationBuilder().AddInMemoryCollection(
                [new("Channels:RetryDelay", "00:00:00")]).Build())
            .BuildServiceProvider();
        Account = IPayNowAccountRules.Open(material).Account.ShouldNotBeNull();
    }

    public ManualTimeProvider Time { get; } = new(An.Now);

    public IPayNowChannel Channel => services.GetRequiredService<IPayNowChannel>();

    public IPayNowAccount Account { get; }

    public static AccountMaterial Material(
        IPayNowProfile profile, string? server, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = IPayNowVectors.AppId,
            ["profile"] = profile == IPayNowProfile.A ? "a" : "b",
        };
        if (profile == IPayNowProfile.B)
        {
            all["page_channel_type"] = "12";
            all["qr_channel_type"] = "13";
            all["barcode_channel_type"] = "12";
        }

        if (server is not null)
        {
            all["gateway_uri"] = server + "/pay";
        }

        if (server is not null && profile == IPayNowProfile.B)
        {
            all["refund_uri"] = server + "/refund/refundOrder";
            all["refund_query_uri"] = server + "/refund/refundQuery";
        }

        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return Material(all, new() { ["app_key"] = IPayNowVectors.Key });
    }

    public static AccountMaterial Material(
        Dictionary<string, string> settings, Dictionary<string, string> secrets,
        AccountEnvironment environment = AccountEnvironment.Production)
        => new(
            "main", environment,
            settings.Where(static s => s.Value.Length > 0)
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            secrets.ToImmutableSortedDictionary(
                static s => s.Key, static s => new Secret(s.Value), StringComparer.Ordinal));

    public void Dispose() => services.Dispose();
}
