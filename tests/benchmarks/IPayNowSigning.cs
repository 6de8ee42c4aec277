using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// ipaynow's signatures against the MD5 inside them: at most 1.5 times. An MD5 takes about a
/// microsecond, so what is around it (parsing, escaping) is measured beside it and has no bound.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class IPayNowSigning
{
    private IPayNowAccount account = null!;
    private List<KeyValuePair<string, string>> order = [];
    private byte[] orderText = [];
    private byte[] body = [];
    private byte[] noticeText = [];
    private byte[] signature = [];
    private FormPairs pairs = null!;

    /// <summary>Takes an order and a notification from the vectors.</summary>
    [GlobalSetup]
    public void Setup()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(RepositoryRoot.Of("tests", "vectors", "ipaynow_signatures.json")));
        account = Account(file.RootElement.GetProperty("key").GetString()!);
        order = Fields(file, "I5");
        orderText = Text(file, "I5");
        var notice = Fields(file, "I9");
        noticeText = Text(file, "I9");
        signature = Encoding.ASCII.GetBytes(Vector(file, "I9", "signature"));
        notice.Add(new("signature", Vector(file, "I9", "signature")));
        body = Encoding.ASCII.GetBytes(FormPairs.Write(
            notice.OrderBy(static f => f.Key, StringComparer.Ordinal), Encoding.UTF8));
        if (!string.Equals(Sign(), Vector(file, "I5", "signature"), StringComparison.Ordinal)
            || FormPairs.TryRead(body, Encoding.UTF8, out pairs) is not null
            || !BareVerification() || !Verify() || !ParseAndVerify())
        {
            throw new InvalidOperationException("The vectors do not fit.");
        }
    }

    /// <summary>The floor of a request: one MD5 of the joined text, in hexadecimal.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("sign")]
    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other algorithm.")]
    public string BareSignature() => Convert.ToHexStringLower(MD5.HashData(orderText));

    /// <summary>An order's signature from its fields.</summary>
    [Benchmark]
    [BenchmarkCategory("sign")]
    public string Sign() => IPayNowSignature.Sign(account, order, IPayNowSignedFields.Order);

    /// <summary>The floor of a notification: one MD5, compared.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("verify")]
    public bool BareVerification() => Digest.IsMd5(noticeText, signature);

    /// <summary>A notification's signature from its parsed fields.</summary>
    [Benchmark]
    [BenchmarkCategory("verify")]
    public bool Verify()
        => IPayNowSignature.Verifies(account, pairs, IPayNowSignedFields.NewSaid);

    /// <summary>A notification from its bytes: parsed and verified.</summary>
    [Benchmark]
    [BenchmarkCategory("verify")]
    public bool ParseAndVerify()
        => FormPairs.TryRead(body, Encoding.UTF8, out var parsed) is null
            && IPayNowSignature.Verifies(account, parsed, IPayNowSignedFields.NewSaid);

    private static IPayNowAccount Account(string key)
        => IPayNowAccountRules.Open(new AccountMaterial(
            "main", AccountEnvironment.Production,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["app_id"] = "1400000000000001",
                ["profile"] = "b",
                ["qr_channel_type"] = "13",
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            new Dictionary<string, Secret>(StringComparer.Ordinal)
            {
                ["app_key"] = new(key),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal))).Account!;

    private static JsonElement Named(JsonDocument file, string name)
        => file.RootElement.GetProperty("vectors").EnumerateArray()
            .Single(v => v.GetProperty("name").ValueEquals(name));

    private static string Vector(JsonDocument file, string name, string member)
        => Named(file, name).GetProperty(member).GetString()!;

    private static List<KeyValuePair<string, string>> Fields(JsonDocument file, string name)
        => [.. Named(file, name).GetProperty("fields").EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];

    private static byte[] Text(JsonDocument file, string name)
        => Encoding.UTF8.GetBytes($"{Vector(file, name, "string_to_sign")}&"
            + file.RootElement.GetProperty("key_digest").GetString());
}
