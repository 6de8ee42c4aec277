using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Keys;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// Signed requests and verified notifications of Alipay against the RSA inside them: at most 1.5
/// times.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class AlipaySigning : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly RSA merchant = RSA.Create();
    private readonly RSA alipay = RSA.Create();
    private readonly ChannelOrderNo number = new(OrderId.Of("shop", "T-1"), 1);
    private AlipayAccount account = null!;
    private RawNotification notice = null!;
    private byte[] signed = [];
    private byte[] signature = [];
    private byte[] request = [];

    /// <summary>Imports the keys once, as the gateway does.</summary>
    [GlobalSetup]
    public void Setup()
    {
        using var keys = JsonDocument.Parse(
            File.ReadAllText(RepositoryRoot.Of("tests", "vectors", "alipay_keys.json")));
        merchant.ImportPkcs8PrivateKey(Key(keys, "merchant_app", "private_pkcs8_base64"), out _);
        alipay.ImportPkcs8PrivateKey(Key(keys, "alipay_gateway", "private_pkcs8_base64"), out _);
        account = AlipayAccountRules.Open(new AccountMaterial(
            "main", AccountEnvironment.Production,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["app_id"] = "2021000000000001",
                ["seller_id"] = "2088101106499364",
                ["signing_key"] = "alipay-main",
                ["public_key"] = alipay.ExportSubjectPublicKeyInfoPem(),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, Secret>(StringComparer.Ordinal))).Account!;
        Notify();
        request = AlipaySignature.ToSign(
            AlipayMessages.Query(account, number, Noon), account.Charset.Encoding);
        if (!RsaVerification() || Verify() is not Genuine)
        {
            throw new InvalidOperationException("The notification is not genuine.");
        }
    }

    /// <summary>The floor of a request: RSA-2048 over SHA-256, key cached.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("sign")]
    public byte[] RsaSignature()
        => merchant.SignData(request, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A question from nothing to its address and body.</summary>
    [Benchmark]
    [BenchmarkCategory("sign")]
    public async Task<int> SignAsync()
    {
        var all = await AlipaySignature.SignAsync(
            SignLocallyAsync, account, AlipayMessages.Query(account, number, Noon),
            CancellationToken.None);
        return AlipayWire.Query(account, all).OriginalString.Length
            + AlipayWire.Body(account, all).Length;
    }

    /// <summary>The floor of a notification: RSA-2048 over SHA-256, key cached, nothing parsed.
    /// </summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("verify")]
    public bool RsaVerification()
        => alipay.VerifyData(
            signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>From the form's bytes to what it says.</summary>
    [Benchmark]
    [BenchmarkCategory("verify")]
    public object Verify() => AlipayNotice.Read(account, notice);

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
        alipay.Dispose();
    }

    private static byte[] Key(JsonDocument keys, string name, string form)
        => Convert.FromBase64String(
            keys.RootElement.GetProperty(name).GetProperty(form).GetString()!);

    private ValueTask<Rsa2Signature> SignLocallyAsync(
        string keyName, ReadOnlyMemory<byte> data, CancellationToken cancellation)
        => ValueTask.FromResult(new Rsa2Signature(
            Convert.ToBase64String(merchant.SignData(
                data.Span, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            keyName));

    /// <summary>The vector's paid notification with an order number of ours, signed again.
    /// </summary>
    private void Notify()
    {
        using var vectors = JsonDocument.Parse(
            File.ReadAllText(RepositoryRoot.Of("tests", "vectors", "alipay_notifies.json")));
        var fields = vectors.RootElement.GetProperty("vectors")[0].GetProperty("params")
            .EnumerateObject()
            .Where(static p => p.Name is not ("sign" or "sign_type"))
            .ToDictionary(static p => p.Name, static p => p.Value.GetString()!,
                StringComparer.Ordinal);
        fields["out_trade_no"] = number.ToString();
        signed = Encoding.UTF8.GetBytes(string.Join('&', fields
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}")));
        signature = alipay.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        fields["sign_type"] = "RSA2";
        fields["sign"] = Convert.ToBase64String(signature);
        var body = string.Join('&', fields.Select(
            static f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
        notice = new RawNotification(
            "main", "POST", "application/x-www-form-urlencoded; charset=utf-8",
            Encoding.ASCII.GetBytes(body));
    }
}
