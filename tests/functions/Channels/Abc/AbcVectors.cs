using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>The golden vectors, and their throwaway keys.</summary>
internal static class AbcVectors
{
    public static readonly JsonElement Keys = Load("abc_keys.json");
    public static readonly JsonElement Requests = Load("abc_requests.json");
    public static readonly JsonElement SdkRequests = Load("abc_sdk_requests.json");
    public static readonly JsonElement Responses = Load("abc_responses.json");
    public static readonly JsonElement Notifies = Load("abc_notifies.json");

    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static readonly RSA Merchant = PrivateKey("merchant");
    public static readonly RSA Bank = PrivateKey("bank");

    public static string Pkcs12 { get; } = Keys.GetProperty("merchant").Text("pfx_base64");

    public static string Password { get; } = Keys.GetProperty("merchant").Text("pfx_password");

    public static string BankCertificate { get; }
        = Keys.GetProperty("bank").Text("trustpay_cer_der_base64");

    public static TheoryData<string> Names(JsonElement file)
        => [.. All(file).Select(static v => v.Text("name"))];

    public static IEnumerable<JsonElement> All(JsonElement file)
        => file.GetProperty("vectors").EnumerateArray();

    public static JsonElement Named(JsonElement file, string name)
        => All(file).Single(v => v.GetProperty("name").ValueEquals(name));

    public static string Text(this JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    public static byte[] Bytes(this JsonElement element, string name)
        => Convert.FromBase64String(element.Text(name));

    private static JsonElement Load(string file)
        => JsonElement.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", file)));

    private static RSA PrivateKey(string name)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(
            Keys.GetProperty(name).Bytes("private_pkcs8_base64"), out _);
        return rsa;
    }
}
