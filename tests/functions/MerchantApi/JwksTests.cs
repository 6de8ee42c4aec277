using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.MerchantApi;

public sealed class JwksTests
{
    [Fact]
    public async Task The_set_holds_the_public_half_under_its_key_id_and_nothing_else()
    {
        var answer = await new TestGateway().SendAsync("GET", "/.well-known/jwks.json");

        var key = answer.Json["keys"]!.AsArray().ShouldHaveSingleItem()
            .ShouldBeOfType<JsonObject>();
        var parameters = TestKeySource.Rsa.ExportParameters(includePrivateParameters: false);
        answer.Status.ShouldBe(200);
        answer.Headers.CacheControl.ToString().ShouldBe("public, max-age=300");
        key.Select(static m => m.Key).ShouldBe(["kty", "use", "alg", "kid", "n", "e"]);
        ((string?)key["kty"]).ShouldBe("RSA");
        ((string?)key["use"]).ShouldBe("sig");
        ((string?)key["alg"]).ShouldBe("RS256");
        ((string?)key["kid"]).ShouldBe(TestKeySource.KeyId);
        Base64Url.DecodeFromChars((string?)key["n"]).ShouldBe(parameters.Modulus);
        Base64Url.DecodeFromChars((string?)key["e"]).ShouldBe(parameters.Exponent);
    }
}
