using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>The golden vectors, and their throwaway keys.</summary>
internal static class AbcVectors
{
    public const string MerchantId = "103880000000001";

    public static readonly JsonElement Keys = Load("abc_keys.json");
    public static readonly JsonElement Requests = Load("abc_requests.json");
    public static readonly JsonElement SdkRequests = Load("abc_sdk_requests.json");

    public static readonly JsonElement Statement
        = Load("abc_responses.json").GetProperty("statement");

    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static readonly RSA Merchant = PrivateKey("merchant");
    public static readonly RSA Bank = PrivateKey("bank");

    /// <summary>2026-01-02 03:04:05 in China, when the vectors' orders were made.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 1, 1, 19, 4, 5, TimeSpan.Zero);

    public static string BankKey { get; }
        = Keys.GetProperty("bank").GetProperty("private_pkcs8_base64").GetString()!;

    public static string Certificate { get; }
        = Keys.GetProperty("merchant").GetProperty("certificate_pem").GetString()!;

    public static string Text(this JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    public static JsonElement Named(JsonElement file, string name)
        => file.GetProperty("vectors").EnumerateArray()
            .Single(v => v.GetProperty("name").ValueEquals(name));

    private static JsonElement Load(string file)
        => JsonElement.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", file)));

    private static RSA PrivateKey(string name)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(
            Convert.FromBase64String(Keys.GetProperty(name).Text("private_pkcs8_base64")), out _);
        return rsa;
    }
}
