using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using PayFunctions.Channels;
using PayFunctions.Channels.Abc;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// Requests and answers of the Agricultural Bank, from bytes to bytes, against the RSA inside them:
/// at most 1.5 times.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class AbcSigning : IDisposable
{
    private readonly RSA merchant = RSA.Create();
    private readonly RSA bank = RSA.Create();
    private AbcAccount account = null!;
    private string message = "";
    private byte[] signed = [];
    private byte[] answer = [];
    private byte[] answerSigned = [];
    private byte[] answerSignature = [];

    /// <summary>Opens the account once, as the gateway does.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var keys = Read("abc_keys.json");
        merchant.ImportPkcs8PrivateKey(
            Convert.FromBase64String(Text(keys["merchant"]!, "private_pkcs8_base64")), out _);
        bank.ImportFromPem(Text(keys["bank"]!, "public_spki_pem"));
        account = Open(keys);
        message = Text(Vector("abc_requests.json", 1), "signed_text");
        signed = Encoding.UTF8.GetBytes(message);
        var response = Vector("abc_responses.json", 0);
        answer = Convert.FromBase64String(Text(response, "body_gbk_base64"));
        answerSignature = Convert.FromBase64String(Text(response, "signature"));
        answerSigned = AbcEnvelope.Cut(answer)!.Signed.ToArray();
        if (!RsaVerification() || !Verify() || Sign() < signed.Length)
        {
            throw new InvalidOperationException("The answer is not genuine.");
        }
    }

    /// <summary>The floor of a request: RSA-2048 over SHA-1, key cached.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("sign")]
    public int RsaSignature()
        => merchant.SignData(signed, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1).Length;

    /// <summary>A message as the body of its request.</summary>
    [Benchmark]
    [BenchmarkCategory("sign")]
    public int Sign() => AbcEnvelope.Write(message, account)!.Length;

    /// <summary>The floor of an answer: the bank's RSA-1024 over SHA-1, key cached.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("verify")]
    public bool RsaVerification()
        => bank.VerifyData(
            answerSigned, answerSignature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    /// <summary>An answer that is cut and whose signature is checked.</summary>
    [Benchmark]
    [BenchmarkCategory("verify")]
    public bool Verify()
        => AbcEnvelope.Cut(answer) is { } envelope
            && account.BankKey.Verifies(envelope.Signed.Span, envelope.Signature.Span);

    /// <summary>For comparison, without a limit: the same, and parsed.</summary>
    [Benchmark]
    [BenchmarkCategory("read")]
    public bool ReadAnswer() => AbcAnswer.Read(answer, account).Answer is not null;

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
        bank.Dispose();
    }

    private static AbcAccount Open(JsonNode keys)
        => AbcAccountRules.Open(new AccountMaterial(
            "main", AccountEnvironment.Production,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["merchant_id"] = "103880000000001",
                ["bank_certificate"] = Text(keys["bank"]!, "trustpay_cer_der_base64"),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            new Dictionary<string, Secret>(StringComparer.Ordinal)
            {
                ["merchant_certificate"] = new Secret(Text(keys["merchant"]!, "pfx_base64")),
                ["merchant_certificate_password"]
                    = new Secret(Text(keys["merchant"]!, "pfx_password")),
            }.ToImmutableSortedDictionary(StringComparer.Ordinal))).Account!;

    private static JsonNode Vector(string file, int index) => Read(file)["vectors"]![index]!;

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static JsonNode Read(string file)
        => JsonNode.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", file)))!;
}
