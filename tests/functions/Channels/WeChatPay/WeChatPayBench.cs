using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>
/// The channel as it is registered, with the vectors' keys, a clock by hand and the account
/// <c>main</c>, which believes WeChat Pay's public key.
/// </summary>
internal sealed class WeChatPayBench : IDisposable
{
    private readonly ServiceProvider services;
    private readonly AccountMaterial material;

    /// <summary>
    /// Settings of the account; <c>Channels:…</c> of all channels, <c>secret:…</c> a secret,
    /// <c>environment</c>; null removes one.
    /// </summary>
    public WeChatPayBench(params (string Key, string? Value)[] settings)
        : this(static _ => { }, settings)
    {
    }

    /// <summary>The same with services that are there before the channel's.</summary>
    public WeChatPayBench(
        Action<IServiceCollection> before, params (string Key, string? Value)[] settings)
    {
        material = Material(settings);
        var registered = new ServiceCollection();
        before(registered);
        services = registered
            .AddLogging(builder => builder.AddProvider(Log))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<SignRsa2>((name, data, cancellation) => SignaturesLeft-- > 0
                ? SignAsync(name, data, cancellation)
                : throw new VaultBusyException("The vault is busy.", null))
            .AddSingleton<ReadAccount>((channel, name, _) => ValueTask.FromResult(
                channel is "wechatpay" && name is "main" ? material : null))
            .AddWeChatPay(new ConfigurationBuilder()
                .AddInMemoryCollection(settings
                    .Where(static s => s.Key.StartsWith("Channels:", StringComparison.Ordinal))
                    .Select(static s => KeyValuePair.Create(s.Key, s.Value)))
                .Build())
            .BuildServiceProvider();
    }

    public ManualTimeProvider Time { get; } = new(A.Now);

    /// <summary>What was logged.</summary>
    public LogLines Log { get; } = new();

    /// <summary>After so many the vault is busy.</summary>
    public int SignaturesLeft { get; set; } = int.MaxValue;

    /// <summary>How many signatures the vault made.</summary>
    public int Signatures => int.MaxValue - SignaturesLeft;

    public WeChatPayChannel Channel => services.GetRequiredService<WeChatPayChannel>();

    public WeChatPayAccount Account
        => services.GetRequiredService<WeChatPayOpenings>().Open(material).Account
            .ShouldNotBeNull();

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
            ("app_id", WeChatPayVectors.Keys.Text("appid")),
            ("mch_id", WeChatPayVectors.Keys.Text("mchid")),
            ("signing_key", "wechatpay-main"),
            ("merchant_serial", WeChatPayVectors.MerchantSerial),
            ("wechatpay_public_key_id", WeChatPayVectors.PublicKeyId),
            ("wechatpay_public_key", WeChatPayVectors.PublicKeyPem),
            ("secret:api_v3_key", WeChatPayVectors.Keys.Text("apiv3_key")),
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
                case ["secret", var name] when value is null:
                    secrets.Remove(name);
                    break;
                case ["secret", var name]:
                    secrets[name] = new Secret(value);
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

    private static ValueTask<Rsa2Signature> SignAsync(
        string keyName, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        keyName.ShouldBe("wechatpay-main");
        return ValueTask.FromResult(new Rsa2Signature(
            Convert.ToBase64String(WeChatPayVectors.Merchant.SignData(
                data.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            "wechatpay-main/1"));
    }
}
