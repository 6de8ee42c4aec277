using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PayFunctions.Channels.WeChatPay;

namespace PayFunctions.Tests.Channels.WeChatPay;

public sealed class WeChatPaySignatureTests
{
    public static TheoryData<string> Requests => WeChatPayVectors.Names(WeChatPayVectors.Requests);

    public static TheoryData<string> PaySigns => WeChatPayVectors.Names(WeChatPayVectors.PaySigns);

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_is_signed_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Requests, name);
        var timestamp = vector.GetProperty("timestamp").GetRawText();
        using var bench = vector.Text("mchid") == WeChatPayVectors.Keys.Text("mchid")
            ? new WeChatPayBench()
            : new WeChatPayBench(("mch_id", vector.Text("mchid")), ("sub_mch_id", "1"));

        var signed = WeChatPaySignature.ToSign(
            HttpMethod.Parse(vector.Text("method")), new Uri(vector.Text("url")), timestamp,
            vector.Text("nonce_str"), Encoding.UTF8.GetBytes(vector.Text("body")));

        Encoding.UTF8.GetString(signed).ShouldBe(vector.Text("string_to_sign"));
        Sign(signed).ShouldBe(vector.Text("signature"));
        WeChatPaySignature.Authorization(
            bench.Account, timestamp, vector.Text("nonce_str"), vector.Text("signature"))
            .ShouldBe(vector.GetProperty("headers").Text("Authorization"));
    }

    [Theory]
    [InlineData("body altered after signing")]
    [InlineData("query dropped on the wire")]
    [InlineData("host part inside line 2")]
    [InlineData("last line feed missing")]
    public void What_a_server_must_refuse_is_never_what_we_sign(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Requests, name, "negative");
        var parts = vector.GetProperty("headers").Text("Authorization").Split('"');

        var signed = WeChatPaySignature.ToSign(
            HttpMethod.Parse(vector.Text("method")), new Uri(vector.Text("url")),
            parts[Array.IndexOf(parts, ",timestamp=") + 1],
            parts[Array.IndexOf(parts, ",nonce_str=") + 1],
            Encoding.UTF8.GetBytes(vector.Text("body")));

        Sign(signed).ShouldNotBe(parts[Array.IndexOf(parts, ",signature=") + 1]);
    }

    [Theory]
    [MemberData(nameof(PaySigns))]
    public void What_opens_the_wallet_is_signed_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.PaySigns, name);
        var isPartner = name.StartsWith("partner", StringComparison.Ordinal);
        var isMini = name.StartsWith("mini", StringComparison.Ordinal);
        using var bench = isPartner
            ? new WeChatPayBench(
                ("sub_mch_id", "1999000301"), ("sub_app_id", vector.Text("appid")))
            : new WeChatPayBench();
        var isApp = name == "App";

        var signed = WeChatPaySignature.ToPay(
            bench.Account.Identity.PayerAppId, vector.Text("timestamp"), vector.Text("nonce"),
            WeChatPayWallet.SubjectOf(vector.Text("prepay_id"), isApp));
        var stamp = new WeChatPayStamp(
            vector.Text("timestamp"), vector.Text("nonce"), Sign(signed));
        var ready = isApp
            ? WeChatPayWallet.App(bench.Account, vector.Text("prepay_id"), stamp)
            : WeChatPayWallet.Jsapi(bench.Account, vector.Text("prepay_id"), stamp);

        Encoding.UTF8.GetString(signed).ShouldBe(vector.Text("string_to_sign"));
        stamp.Signature.ShouldBe(vector.Text("signature"));
        ready.Parameters.Skip(isMini ? 1 : 0).ShouldBe(Pairs(vector));
        (ready.Bridge is null).ShouldBe(isApp);
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(JsonElement vector)
        => vector.GetProperty("to_front_end").EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!));

    private static string Sign(byte[] data)
        => Convert.ToBase64String(WeChatPayVectors.Merchant.SignData(
            data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
}
