using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.WeChatPay;

public sealed class RequestTests
{
    private const string First = "native prepay, Chinese description";

    public static TheoryData<string> Accepted => WeChatPayVectors.Accepted;

    public static TheoryData<string> Refused => WeChatPayVectors.Refused;

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_golden_request_is_let_in(string name)
    {
        var vector = WeChatPayVectors.Request(name);
        await using var world = await WeChatPayWorld.StartAsync(
            vector.GetProperty("timestamp").GetInt64());

        var answer = await world.SendAsync(vector);

        answer.Status.ShouldNotBe(HttpStatusCode.Unauthorized, answer.Body);
        answer.Code.ShouldNotBe("SIGN_ERROR");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_request_that_a_server_must_refuse_is_refused_as_it_says(string name)
    {
        var vector = WeChatPayVectors.Refusal(name);
        await using var world = await WeChatPayWorld.StartAsync(
            vector.GetProperty("now").GetInt64());

        var answer = await world.SendAsync(vector);

        var expected = vector.GetProperty("expected");
        ((int)answer.Status).ShouldBe(expected.GetProperty("status").GetInt32(), answer.Body);
        answer.Code.ShouldBe(expected.GetProperty("code").GetString());
        answer.Headers.Keys.ShouldNotContain("Wechatpay-Signature");
    }

    [Fact]
    public async Task A_success_is_signed_by_the_key_that_the_request_names()
    {
        var vector = WeChatPayVectors.Request(First);
        await using var world = await WeChatPayWorld.StartAsync(
            vector.GetProperty("timestamp").GetInt64());

        var answer = await world.SendAsync(vector);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        JsonElement.Parse(answer.Body).GetProperty("code_url").GetString()!
            .ShouldStartWith("weixin://wxpay/bizpayurl");
        answer.Headers["Wechatpay-Serial"].ShouldBe(
            vector.GetProperty("headers").GetProperty("Wechatpay-Serial").GetString());
        using var key = RSA.Create();
        key.ImportFromPem(WeChatPayVectors.Key("wechatpay_public_key", "public_spki_pem"));
        key.VerifyData(
            Encoding.UTF8.GetBytes(
                $"{answer.Headers["Wechatpay-Timestamp"]}\n"
                + $"{answer.Headers["Wechatpay-Nonce"]}\n{answer.Body}\n"),
            Convert.FromBase64String(answer.Headers["Wechatpay-Signature"]),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [Fact]
    public async Task A_number_taken_again_with_the_same_values_gets_another_code()
    {
        var vector = WeChatPayVectors.Request(First);
        await using var world = await WeChatPayWorld.StartAsync(
            vector.GetProperty("timestamp").GetInt64());

        var first = await world.SendAsync(vector);
        var second = await world.SendAsync(vector);

        second.Status.ShouldBe(HttpStatusCode.OK, second.Body);
        second.Body.ShouldNotBe(first.Body);
    }

    [Fact]
    public async Task Certificates_come_encrypted_and_both_at_once()
    {
        var vector = WeChatPayVectors.Request("certificates: GET, no query, empty body");
        await using var world = await WeChatPayWorld.StartAsync(
            vector.GetProperty("timestamp").GetInt64());

        var answer = await world.SendAsync(vector);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        var data = JsonElement.Parse(answer.Body).GetProperty("data").EnumerateArray().ToList();
        data.Select(static d => d.GetProperty("serial_no").GetString()).ShouldBe(
        [
            WeChatPayVectors.Key("platform_certificate_a", "serial_no"),
            WeChatPayVectors.Key("platform_certificate_b", "serial_no"),
        ], ignoreOrder: true);
        data.ShouldAllBe(static d => Opened(d.GetProperty("encrypt_certificate"))
            .StartsWith("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal));
    }

    private static string Opened(JsonElement sealedText)
    {
        const int tag = 16;
        var cipher = Convert.FromBase64String(sealedText.GetProperty("ciphertext").GetString()!);
        var plain = new byte[cipher.Length - tag];
        using var aes = new AesGcm(
            Encoding.ASCII.GetBytes(WeChatPayVectors.Key("apiv3_key")), tag);
        aes.Decrypt(
            Encoding.UTF8.GetBytes(sealedText.GetProperty("nonce").GetString()!),
            cipher.AsSpan(..^tag), cipher.AsSpan(^tag..), plain,
            Encoding.UTF8.GetBytes(sealedText.GetProperty("associated_data").GetString()!));
        return Encoding.UTF8.GetString(plain);
    }
}
