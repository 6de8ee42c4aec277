using System.Text;
using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>The golden vectors of this wire.</summary>
internal static class AlipayVectors
{
    public const string AppId = "2021000000000001";

    public static readonly DateTimeOffset Moment = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8));

    private static readonly JsonElement Keys = Read("alipay_keys.json");

    public static string ApplicationPublicKey { get; } = Key("merchant_app", "public_spki_base64");

    public static string ApplicationPrivateKey { get; } =
        Key("merchant_app", "private_pkcs1_base64");

    public static string GatewayPublicKey { get; } = Key("alipay_gateway", "public_spki_pem");

    public static string GatewayPrivateKey { get; } = Key("alipay_gateway", "private_pkcs8_base64");

    public static JsonElement Requests { get; } = Read("alipay_requests.json");

    public static JsonElement Notifies { get; } = Read("alipay_notifies.json");

    public static JsonElement Responses { get; } = Read("alipay_responses.json");

    public static JsonElement Bill { get; } = Read("alipay_bill.json");

    public static JsonElement Certificates { get; } = Read("alipay_certificates.json");

    public static JsonElement Request(string name) => Named(Requests, name);

    /// <summary>The fields of a golden answer, in their order.</summary>
    public static IEnumerable<string> FieldsOf(string response)
        => SignedAnswer.Read(Text(Named(Responses, response), "body"), Encoding.UTF8).Names;

    public static string Text(JsonElement element, params string[] path)
        => path.Aggregate(element, static (e, name) => e.GetProperty(name)).GetString()!;

    private static JsonElement Named(JsonElement file, string name)
        => file.GetProperty("vectors").EnumerateArray().Single(v => Text(v, "name") == name);

    private static string Key(string owner, string form) => Text(Keys, owner, form);

    private static JsonElement Read(string file)
        => JsonElement.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", file)));
}
