using System.Security.Cryptography;
using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>The golden vectors, and their throwaway keys.</summary>
internal static class AlipayVectors
{
    public static readonly JsonElement Keys = Load("alipay_keys.json");
    public static readonly JsonElement Requests = Load("alipay_requests.json");
    public static readonly JsonElement Responses = Load("alipay_responses.json");
    public static readonly JsonElement Notifies = Load("alipay_notifies.json");
    public static readonly JsonElement Certificates = Load("alipay_certificates.json");

    public static readonly RSA Merchant = PrivateKey("merchant_app");
    public static readonly RSA Gateway = PrivateKey("alipay_gateway");

    public static string GatewayKey { get; }
        = Keys.GetProperty("alipay_gateway").Text("public_spki_base64");

    public static string GatewayPem { get; }
        = Keys.GetProperty("alipay_gateway").Text("public_spki_pem");

    public static TheoryData<string> Names(JsonElement file)
        => [.. file.GetProperty("vectors").EnumerateArray().Select(static v => v.Text("name"))];

    public static JsonElement Named(JsonElement file, string name)
        => file.GetProperty("vectors").EnumerateArray()
            .Single(v => v.GetProperty("name").ValueEquals(name));

    public static string Text(this JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    public static List<KeyValuePair<string, string>> Pairs(this JsonElement element, string name)
        => [.. element.GetProperty(name).EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];

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
