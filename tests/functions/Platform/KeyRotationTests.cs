using System.Security.Cryptography;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Platform;

public sealed class KeyRotationTests
{
    private const string Keys = "/platform/applications/shop/keys/";

    private static readonly TestMerchant Fresh = new("shop");

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task Two_keys_are_valid_at_once_and_a_third_waits_for_its_place()
    {
        var second = await PutAsync("key-2", Fresh.PublicKey);
        var third = await PutAsync("key-3", TestMerchant.Other.PublicKey);
        await gateway.SendAsync("DELETE", Keys + "key-1");
        var thirdAgain = await PutAsync("key-3", TestMerchant.Other.PublicKey);

        second.Status.ShouldBe(200);
        third.Status.ShouldBe(409);
        third.Code.ShouldBe("KEY_LIMIT");
        thirdAgain.Json["keys"]!.AsArray().Select(static k => (string?)k!["key_id"])
            .ShouldBe(["key-2", "key-3"]);
    }

    [Fact]
    public async Task The_same_key_again_is_done_already_even_when_two_are_there()
    {
        var first = await PutAsync("key-2", Fresh.PublicKey);
        gateway.Clock.Advance(TimeSpan.FromHours(1));

        var again = await PutAsync("key-2", Fresh.PublicKey);

        again.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task A_key_id_never_changes_its_meaning()
    {
        var answer = await PutAsync("key-1", Fresh.PublicKey);

        answer.Status.ShouldBe(409);
        answer.Code.ShouldBe("KEY_CONTENT_DIFFERS");
    }

    [Fact]
    public async Task PEM_and_its_bare_base64_are_the_same_key()
    {
        var pem = PemEncoding.WriteString(
            "PUBLIC KEY", Convert.FromBase64String(Fresh.PublicKey));

        await PutAsync("key-2", "\n" + pem + "\n");
        var bare = await PutAsync("key-2", Fresh.PublicKey);

        bare.Status.ShouldBe(200);
        ((string?)bare.Json["keys"]![1]!["public_key"]).ShouldBe(Fresh.PublicKey);
    }

    [Fact]
    public async Task What_is_no_RSA_public_key_of_2048_to_4096_bits_is_refused()
    {
        using var good = RSA.Create(2048);
        using var weak = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = good.ExportSubjectPublicKeyInfoPem();
        string[] refused =
        [
            Convert.ToBase64String(weak.ExportSubjectPublicKeyInfo()),
            weak.ExportSubjectPublicKeyInfoPem(),
            Convert.ToBase64String(curve.ExportSubjectPublicKeyInfo()),
            curve.ExportSubjectPublicKeyInfoPem(),
            good.ExportPkcs8PrivateKeyPem(),
            good.ExportRSAPrivateKeyPem(),
            good.ExportRSAPublicKeyPem(),
            Convert.ToBase64String(good.ExportRSAPublicKey()),
            Convert.ToBase64String([.. good.ExportSubjectPublicKeyInfo(), 0]),
            pem + "\n" + pem,
            pem.Replace("PUBLIC KEY", "CERTIFICATE", StringComparison.Ordinal),
            "", " ", "key", new string('A', 5_000),
        ];

        foreach (var key in refused)
        {
            var answer = await PutAsync("key-2", key);
            answer.Code.ShouldBe("KEY_INVALID", key);
        }

        (await gateway.SendAsync("GET", "/platform/applications/shop"))
            .Json["keys"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{}", "PARAMETER_MISSING")]
    [InlineData("{\"public_key\":null}", "PARAMETER_MISSING")]
    [InlineData("{\"public_key\":1}", "PARAMETER_INVALID")]
    [InlineData("{\"key\":\"x\"}", "BODY_MALFORMED")]
    [InlineData("x", "BODY_MALFORMED")]
    public async Task An_upload_has_one_member(string body, string code)
    {
        var answer = await gateway.SendAsync("PUT", Keys + "key-2", body);

        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_name_that_cannot_be_is_refused_and_an_application_that_is_not_too()
    {
        var name = await PutAsync("key%202", Fresh.PublicKey);
        var stranger = await gateway.SendAsync(
            "PUT", "/platform/applications/nobody/keys/key-1",
            $"{{\"public_key\":\"{Fresh.PublicKey}\"}}");

        name.Code.ShouldBe("PARAMETER_INVALID");
        stranger.Code.ShouldBe("APPLICATION_UNKNOWN");
    }

    [Fact]
    public async Task A_removed_key_signs_nothing_after_a_minute_and_a_new_one_signs_at_once()
    {
        await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));
        await gateway.SendAsync("DELETE", Keys + "key-1");
        await PutAsync("key-2", Fresh.PublicKey);

        gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        var byNew = await gateway.SendAsync(
            MerchantRequest.Create(PaymentBody.Json()) with { By = Fresh, KeyId = "key-2" });
        gateway.Clock.Advance(TimeSpan.FromSeconds(60));
        var byOld = await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));

        byNew.Status.ShouldBe(200);
        byOld.Code.ShouldBe("KEY_UNKNOWN");
    }

    [Fact]
    public async Task Removing_a_key_that_is_not_there_is_done_already()
    {
        var answer = await gateway.SendAsync("DELETE", Keys + "key-9");

        answer.Status.ShouldBe(200);
        answer.Json["keys"]!.AsArray().Count.ShouldBe(1);
    }

    private Task<Answer> PutAsync(string keyId, string key)
        => gateway.SendAsync(
            "PUT", Keys + keyId,
            new System.Text.Json.Nodes.JsonObject { ["public_key"] = key }.ToJsonString());
}
