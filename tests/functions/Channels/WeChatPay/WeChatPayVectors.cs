using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Channels.Wire;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>The golden vectors, and their throwaway keys.</summary>
internal static class WeChatPayVectors
{
    public static readonly JsonElement Keys = Load("keys");
    public static readonly JsonElement Requests = Load("requests");
    public static readonly JsonElement PaySigns = Load("paysign");
    public static readonly JsonElement Responses = Load("responses");
    public static readonly JsonElement Notifies = Load("notifies");
    public static readonly JsonElement Certificates = Load("certificates");
    public static readonly JsonElement Oaep = Load("oaep");
    public static readonly JsonElement V2 = Load("v2");
    public static readonly JsonElement Bills = Load("bill");

    public static readonly RSA Merchant = PrivateKey("merchant");
    public static readonly RSA WeChatPay = PrivateKey("wechatpay_public_key");
    public static readonly RSA Stranger = PrivateKey("stranger");

    public static string PublicKeyId { get; } = Keys.GetProperty("wechatpay_public_key").Text("id");

    public static string PublicKeyPem { get; }
        = Keys.GetProperty("wechatpay_public_key").Text("public_spki_pem");

    public static byte[] ApiV3Key { get; } = Encoding.ASCII.GetBytes(Keys.Text("apiv3_key"));

    public static string MerchantSerial { get; } = Keys.GetProperty("merchant").Text("serial_no");

    /// <summary>The names of a file's vectors.</summary>
    public static TheoryData<string> Names(JsonElement file, string list = "vectors")
        => [.. file.GetProperty(list).EnumerateArray().Select(static v => v.Text("name"))];

    /// <summary>The vector of that name.</summary>
    public static JsonElement Named(JsonElement file, string name, string list = "vectors")
        => file.GetProperty(list).EnumerateArray()
            .Single(v => v.GetProperty("name").ValueEquals(name));

    public static string Text(this JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    public static DateTimeOffset Now(this JsonElement vector)
        => DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("now").GetInt64());

    public static WireHeaders Headers(this JsonElement vector)
        => WireHeaders.Of(vector.GetProperty("headers").EnumerateObject()
            .Select(static h => KeyValuePair.Create(h.Name, h.Value.GetString()!)));

    /// <summary>The keys of those serial numbers.</summary>
    public static WeChatPayKeys KeyRing(JsonElement serials)
    {
        string[] all = [.. serials.EnumerateArray().Select(static s => s.GetString()!)];
        return new WeChatPayKeys(
            all.Contains(PublicKeyId)
                ? WeChatPayKey.OfPublicKey(PublicKeyId, PublicKeyPem).ShouldNotBeNull()
                : null,
            hasCertificates: true)
        {
            State = WeChatPayKeyState.Initial with
            {
                Certificates =
                [
                    .. ((string[])["a", "b"])
                        .Select(static c => Keys.GetProperty($"platform_certificate_{c}"))
                        .Where(c => all.Contains(c.Text("serial_no")))
                        .Select(static c => WeChatPayKey.OfCertificate(
                            c.Text("serial_no"),
                            Encoding.ASCII.GetBytes(c.Text("certificate_pem")))
                            .ShouldNotBeNull()),
                ],
            },
        };
    }

    public static RSA PrivateKey(string name)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(
            Convert.FromBase64String(Keys.GetProperty(name).Text("private_pkcs8_base64")), out _);
        return rsa;
    }

    private static JsonElement Load(string file)
        => JsonElement.Parse(File.ReadAllText(
            RepositoryRoot.Of("tests", "vectors", $"wechatpay_{file}.json")));
}
