using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels.Alipay;
using PayFunctions.Keys;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>The channel as it is registered, with the vectors' keys and a clock by hand.</summary>
internal sealed class AlipayBench : IDisposable
{
    public const string AppId = "2021000000000001";
    public const string SellerId = "2088101106499364";

    private readonly ServiceProvider services;

    public AlipayBench(params (string Key, string? Value)[] settings)
    {
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<SignRsa2>(SignAsync)
            .AddAlipay(Configuration(settings))
            .BuildServiceProvider();
    }

    public ManualTimeProvider Time { get; } = new(An.Now);

    public AlipayChannel Channel => services.GetRequiredService<AlipayChannel>();

    public IServiceProvider Services => services;

    public AlipayAccount Account(string name = "main")
        => services.GetRequiredService<AlipayAccounts>().Find(name).ShouldNotBeNull();

    public void Dispose() => services.Dispose();

    public static ValueTask<Rsa2Signature> SignAsync(
        string keyName, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        keyName.ShouldBe("alipay-main");
        var signature = AlipayVectors.Merchant.SignData(
            data.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return ValueTask.FromResult(new Rsa2Signature(
            Convert.ToBase64String(signature), "alipay-main/1"));
    }

    private static IConfigurationRoot Configuration((string Key, string? Value)[] settings)
    {
        var main = "Alipay:Accounts:main:";
        Dictionary<string, string?> all = new(StringComparer.Ordinal)
        {
            [main + "AppId"] = AppId,
            [main + "SellerId"] = SellerId,
            [main + "SigningKey"] = "alipay-main",
            [main + "PublicKey"] = AlipayVectors.GatewayKey,
        };
        foreach (var (key, value) in settings)
        {
            all[key.StartsWith("Alipay:", StringComparison.Ordinal) ? key : main + key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
