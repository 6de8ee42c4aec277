using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayFunctions.Channels;
using PayFunctions.Channels.Tenpay;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>The channel as it is registered, with the vectors' keys and a clock by hand.</summary>
internal sealed class TenpayBench : IDisposable
{
    public const string AppId = "0000000099";
    public const string Partner = "1900009999";
    public const string Open = "open";
    public const string Gateway = "gateway";

    private readonly Dictionary<string, AccountMaterial> materials = new(StringComparer.Ordinal);
    private readonly ServiceProvider services;

    public TenpayBench(
        string? address = null, X509Certificate2? trusted = null,
        params (string Key, string? Value)[] limits)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Channels:RetryDelay"] = "00:00:00",
                ["Channels:BreakerCalls"] = "1000",
            }.Concat(limits.Select(static l => KeyValuePair.Create(l.Key, l.Value)))).Build();
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ReadAccount>((_, name, _)
                => ValueTask.FromResult(materials.GetValueOrDefault(name)))
            .AddSingleton(p => new ChannelConnections(
                p.GetRequiredService<IOptions<ChannelLimits>>(),
                trusted is null ? null : [trusted]))
            .AddTenpay(configuration)
            .BuildServiceProvider();
        Register(Material(Open, Settings(TenpayProfile.Open, address)));
        Register(Material(Gateway, Settings(TenpayProfile.Gateway, address)));
    }

    public ManualTimeProvider Time { get; } = new(A.Now);

    public TenpayChannel Channel => services.GetRequiredService<TenpayChannel>();

    public TenpayAccount Account(string name)
        => services.GetRequiredService<TenpayOpenings>().Open(materials[name]).Account
            .ShouldNotBeNull();

    public void Register(AccountMaterial material) => materials[material.Name] = material;

    /// <summary>Registers an account again with a setting changed; null takes it away.</summary>
    public void Change(string account, params (string Name, string? Value)[] settings)
    {
        var changed = materials[account].Settings;
        foreach (var (name, value) in settings)
        {
            changed = value is null ? changed.Remove(name) : changed.SetItem(name, value);
        }

        Register(new AccountMaterial(
            account, materials[account].Environment, changed, materials[account].Secrets));
    }

    /// <summary>Registers an account again with a secret more.</summary>
    public void Entrust(string account, params (string Name, string Value)[] secrets)
        => Register(new AccountMaterial(
            account, materials[account].Environment, materials[account].Settings,
            materials[account].Secrets.SetItems(secrets.Select(
                static s => KeyValuePair.Create(s.Name, new Secret(s.Value))))));

    public void Dispose() => services.Dispose();

    public static Dictionary<string, string> Settings(
        TenpayProfile profile, string? address = null)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal)
        {
            ["input_charset"] = "UTF-8",
            ["profile"] = profile == TenpayProfile.Open ? Open : Gateway,
            [profile == TenpayProfile.Open ? "app_id" : "partner"]
                = profile == TenpayProfile.Open ? AppId : Partner,
        };
        if (address is not null)
        {
            all["base_uri"] = address;
        }

        return all;
    }

    public static AccountMaterial Material(
        string name, Dictionary<string, string> settings,
        params (string Name, string Value)[] secrets)
        => new(
            name, AccountEnvironment.Production,
            settings.ToImmutableSortedDictionary(StringComparer.Ordinal),
            secrets.Append(("key", settings.ContainsKey("app_id")
                    ? TenpayVectors.OpenKey
                    : TenpayVectors.GatewayKey))
                .DistinctBy(static s => s.Item1, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(
                    static s => s.Item1, static s => new Secret(s.Item2),
                    StringComparer.Ordinal));
}
