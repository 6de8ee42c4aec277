using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using PayFunctions.Channels;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// Signed requests and verified notifications of WeChat Pay against the RSA inside them: at most
/// 1.5 times.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class WeChatPaySigning : IDisposable
{
    private const string Nonce = "0123456789ABCDEF0123456789ABCDEF";
    private const string Timestamp = "1767294245";

    private static readonly DateTimeOffset Noon = DateTimeOffset.FromUnixTimeSeconds(1767294245);
    private static readonly Uri Host = new("https://api.mch.weixin.qq.com");

    private readonly RSA merchant = RSA.Create();
    private readonly RSA wechatPay = RSA.Create();
    private readonly ChannelOrderNo number = new(OrderId.Of("shop", "T-1"), 1);
    private WeChatPayAccount account = null!;
    private RawNotification notice = null!;
    private byte[] signed = [];
    private byte[] signature = [];
    private byte[] request = [];

    /// <summary>Imports the keys once, as the gateway does.</summary>
    [GlobalSetup]
    public void Setup()
    {
        using var keys = JsonDocument.Parse(
            File.ReadAllText(RepositoryRoot.Of("tests", "vectors", "wechatpay_keys.json")));
        Import(merchant, keys, "merchant");
        Import(wechatPay, keys, "wechatpay_public_key");
        var apiV3Key = keys.RootElement.GetProperty("apiv3_key").GetString()!;
        account = WeChatPayAccountRules.Open(new AccountMaterial(
            "main", AccountEnvironment.Production,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["app_id"] = "wx00000000000000a1",
                ["mch_id"] = "1999000101",
                ["signing_key"] = "wechatpay-main",
                ["merchant_serial"] = "336790611FAA0363CC5718EAEB522C504C73586D",
                ["wechatpay_public_key_id"] = "PUB_KEY_ID_01",
                ["wechatpay_public_key"] = wechatPay.ExportSubjectPublicKeyInfoPem(),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, Secret>(StringComparer.Ordinal)
                .Add("api_v3_key", new Secret(apiV3Key)))).Account!;
        Notify(Encoding.ASCII.GetBytes(apiV3Key));
        request = ToSign();
        if (!RsaVerification() || !Verify() || Read() is not Genuine)
        {
            throw new InvalidOperationException("The notification is not genuine.");
        }
    }

    /// <summary>The floor of a request: RSA-2048 over SHA-256, key cached.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("sign")]
    public byte[] RsaSignature()
        => merchant.SignData(request, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A question from nothing to its header.</summary>
    [Benchmark]
    [BenchmarkCategory("sign")]
    public int Sign()
        => WeChatPaySignature.Authorization(
            account, Timestamp, Nonce,
            Convert.ToBase64String(merchant.SignData(
                ToSign(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))).Length;

    /// <summary>The floor of a notification: RSA-2048 over SHA-256, key cached, nothing parsed.
    /// </summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("verify")]
    public bool RsaVerification()
        => wechatPay.VerifyData(
            signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A notification's headers and bytes.</summary>
    [Benchmark]
    [BenchmarkCategory("verify")]
    public bool Verify()
        => WeChatPaySignature.Verify(account.Keys, notice.Headers, notice.Body.Span, Noon)
            == WeChatPayVerdict.Verified;

    /// <summary>The same, and then decrypted and read: what no bare primitive does.</summary>
    [Benchmark]
    [BenchmarkCategory("verify")]
    public object Read() => WeChatPayNotice.Read(account, notice, Noon);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the keys.</summary>
    /// <param name="disposing">Whether managed parts are released.</param>
    protected virtual void Dispose(bool disposing)
    {
        merchant.Dispose();
        wechatPay.Dispose();
    }

    private static void Import(RSA into, JsonDocument keys, string name)
        => into.ImportPkcs8PrivateKey(
            Convert.FromBase64String(
                keys.RootElement.GetProperty(name).GetProperty("private_pkcs8_base64")
                    .GetString()!),
            out _);

    private byte[] ToSign()
    {
        var said = WeChatPayMessages.Query(account.Identity, number);
        return WeChatPaySignature.ToSign(
            said.Method, WeChatPayAccount.At(Host, said.Target), Timestamp, Nonce,
            said.Body.Span);
    }

    private void Notify(byte[] apiV3Key)
    {
        var plain = Encoding.UTF8.GetBytes(
            $$"""
            {"mchid":"1999000101","appid":"wx00000000000000a1","out_trade_no":"{{number}}",
            "transaction_id":"4200009999202601020000000002","trade_type":"JSAPI",
            "trade_state":"SUCCESS","success_time":"2026-01-02T03:04:05+08:00",
            "payer":{"openid":"oTEST-0000000000000000000001"},
            "amount":{"total":12800,"payer_total":12300,"currency":"CNY"} }
            """);
        var ciphertext = new byte[plain.Length];
        var tag = new byte[16];
        using (var aes = new AesGcm(apiV3Key, tag.Length))
        {
            aes.Encrypt("abcdefghijkl"u8, plain, ciphertext, tag, "transaction"u8);
        }

        var body = Encoding.UTF8.GetBytes(
            $$"""
            {"id":"1","create_time":"2026-01-02T03:04:05+08:00",
            "resource_type":"encrypt-resource","event_type":"TRANSACTION.SUCCESS",
            "resource":{"original_type":"transaction","algorithm":"AEAD_AES_256_GCM",
            "ciphertext":"{{Convert.ToBase64String([.. ciphertext, .. tag])}}",
            "associated_data":"transaction","nonce":"abcdefghijkl"} }
            """);
        signed = WeChatPaySignature.ToVerify(Timestamp, Nonce, body);
        signature = wechatPay.SignData(
            signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        notice = new RawNotification("main", "POST", "application/json", body)
        {
            Headers = WireHeaders.Of(
            [
                new("Wechatpay-Serial", "PUB_KEY_ID_01"), new("Wechatpay-Nonce", Nonce),
                new("Wechatpay-Timestamp", Timestamp),
                new("Wechatpay-Signature", Convert.ToBase64String(signature)),
            ]),
        };
    }
}
