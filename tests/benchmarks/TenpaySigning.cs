using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using PayFunctions.Channels;
using PayFunctions.Channels.Tenpay;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;
using PayFunctions.Platform;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// Signatures of Tenpay, made and checked, against the MD5 inside them: at most 1.5 times.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class TenpaySigning
{
    private const string Key = "gateway-test-key-0123456789abcde";

    private static readonly KeyValuePair<string, string>[] Request =
    [
        new("bank_type", "DEFAULT"),
        new("body", "测试商品"),
        new("fee_type", "1"),
        new("input_charset", "UTF-8"),
        new("notify_url", "https://pay.example.com/notify/tenpay/main"),
        new("out_trade_no", "2Q4XH7D0M3K9V5T1R8N6B0C2FZ01"),
        new("partner", "1900009999"),
        new("return_url", "https://pay.example.com/return/tenpay/2Q4XH7D0M3K9V5T1R8N6B0C2FZ"),
        new("sign_type", "MD5"),
        new("spbill_create_ip", "203.0.113.7"),
        new("time_expire", "20240102121112"),
        new("total_fee", "1234"),
    ];

    private TenpayAccount account = null!;
    private FormPairs form = null!;
    private byte[] text = [];
    private byte[] wire = [];

    /// <summary>Opens the account once, as the gateway does.</summary>
    [GlobalSetup]
    public void Setup()
    {
        account = TenpayAccountRules.Open(new AccountMaterial(
            "main", AccountEnvironment.Production,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["profile"] = "gateway",
                ["partner"] = "1900009999",
                ["input_charset"] = "UTF-8",
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            new Dictionary<string, Secret>(StringComparer.Ordinal)
            {
                ["key"] = new Secret(Key),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal))).Account!;
        text = Encoding.UTF8.GetBytes(
            string.Join('&', Request.Select(static p => $"{p.Key}={p.Value}")) + "&key=" + Key);
        var signed = TenpaySignature.Sign(account, Request, TextCharset.Utf8);
        wire = Encoding.ASCII.GetBytes(FormPairs.Write(signed, Encoding.UTF8));
        if (TenpayForm.TryRead(wire, out form) is not null || !Verify()
            || !string.Equals(signed[^1].Value, Md5(), StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The signature is not the MD5 of the text.");
        }
    }

    /// <summary>The floor of both: the MD5 of the text, in hexadecimal.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("sign")]
    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other.")]
    public string Md5() => Convert.ToHexString(MD5.HashData(text));

    /// <summary>A page request's parameters with their signature.</summary>
    [Benchmark]
    [BenchmarkCategory("sign")]
    public int Sign() => TenpaySignature.Sign(account, Request, TextCharset.Utf8).Count;

    /// <summary>The floor of a check: the MD5 of the text, compared.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("verify")]
    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other.")]
    public bool Md5Comparison()
        => CryptographicOperations.FixedTimeEquals(
            MD5.HashData(text), Convert.FromHexString(form.Text("sign"u8)!));

    /// <summary>A form that was read, and whether its signature fits.</summary>
    [Benchmark]
    [BenchmarkCategory("verify")]
    public bool Verify() => TenpaySignature.Verifies(account, form);

    /// <summary>For comparison, without a limit: reading the form, which the signature needs.
    /// </summary>
    [Benchmark]
    [BenchmarkCategory("read")]
    public bool Read() => TenpayForm.TryRead(wire, out _) is null;
}
