using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>
/// The channel as it is registered, with the vectors' keys, a clock by hand and accounts
/// <c>main</c> and <c>second</c>.
/// </summary>
internal sealed class AlipayBench : IDisposable
{
    public const string AppId = "2021000000000001";
    public const string SellerId = "2088101106499364";

    private readonly ServiceProvider services;
    private readonly Dictionary<string, AccountMaterial> accounts = new(StringComparer.Ordinal);

    /// <summary>
    /// Settings of the account <c>main</c>; <c>Channels:…</c> of all channels, <c>secret:…</c> a
    /// secret, <c>second/…</c> of the second account, <c>environment</c>; null removes one.
    /// </summary>
    public AlipayBench(params (string Key, string? Value)[] settings)
    {
        accounts["main"] = Material([.. settings
            .Where(static s => !s.Key.StartsWith("second/", StringComparison.Ordinal))]);
        accounts["second"] = Material([.. settings
            .Where(static s => s.Key.StartsWith("second/", StringComparison.Ordinal))
            .Select(static s => (s.Key["second/".Length..], s.Value))]);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<SignRsa2>((name, data, cancellation) => SignaturesLeft-- > 0
                ? SignAsync(name, data, cancellation)
                : throw new VaultBusyException("The vault is busy.", null))
            .AddSingleton<ReadAccount>((channel, name, _) => ValueTask.FromResult(
                channel is "alipay" ? accounts.GetValueOrDefault(name) : null))
            .AddAlipay(new ConfigurationBuilder()
                .AddInMemoryCollection(settings
                    .Where(static s => s.Key.StartsWith("Channels:", StringComparison.Ordinal))
                    .Select(static s => KeyValuePair.Create(s.Key, s.Value)))
                .Build())
            .BuildServiceProvider();
    }

    public ManualTimeProvider Time { get; } = new(An.Now);

    /// <summary>After so many the vault is busy.</summary>
    public int SignaturesLeft { get; set; } = int.MaxValue;

    public AlipayChannel Channel => services.GetRequiredService<AlipayChannel>();

    public AlipayHoldChannel Holds => services.GetRequiredService<AlipayHoldChannel>();

    public AlipayIdentityChannel Identity
        => services.GetRequiredService<AlipayIdentityChannel>();

    public AlipayAgreementChannel Agreements
        => services.GetRequiredService<AlipayAgreementChannel>();

    public AlipayDebitChannel Debits => services.GetRequiredService<AlipayDebitChannel>();

    public AlipayAccount Account(string name = "main")
        => AlipayAccountRules.Open(accounts[name]).Account.ShouldNotBeNull();

    /// <summary>Reads a notification; nothing has to be waited for.</summary>
    public NotificationReading Read(RawNotification raw)
    {
        var reading = Channel.ReadAsync(raw, CancellationToken.None).AsTask();
        reading.IsCompletedSuccessfully.ShouldBeTrue();
        return reading.Result;
    }

    public void Dispose() => services.Dispose();

    /// <summary>A registration as the usual one but for these settings.</summary>
    public static AccountMaterial Material(params (string Key, string? Value)[] settings)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var secrets = ImmutableSortedDictionary.CreateBuilder<string, Secret>(
            StringComparer.Ordinal);
        var environment = AccountEnvironment.Production;
        (string Key, string? Value)[] usual =
        [
            ("app_id", AppId), ("seller_id", SellerId), ("signing_key", "alipay-main"),
            ("public_key", AlipayVectors.GatewayKey),
        ];
        foreach (var (key, value) in usual.Concat(settings))
        {
            switch (key.Split(':'))
            {
                case ["Channels", ..]:
                    break;
                case ["environment"]:
                    environment = AccountEnvironment.Test;
                    break;
                case ["secret", var name]:
                    secrets[name] = new Secret(value!);
                    break;
                case var _ when value is null:
                    all.Remove(key);
                    break;
                default:
                    all[key] = value;
                    break;
            }
        }

        return new AccountMaterial("main", environment, all.ToImmutable(), secrets.ToImmutable());
    }

    public static ValueTask<Rsa2Signature> SignAsync(
        string keyName, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        keyName.ShouldBe("alipay-main");
        var signature = AlipayVectors.Merchant.SignData(
            data.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return ValueTask.FromResult(new Rsa2Signature(
            Convert.ToBase64String(signature), "alipay-main/1"));
    }
}
