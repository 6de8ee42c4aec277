using System.Text;

namespace PayFunctions.Tests.Sdk.Keys;

public class GatewayKeySetTests
{
    private const string Fit = "\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\"";

    [Fact]
    public void Pinned_keys_verify_like_fetched_ones()
    {
        var keys = GatewayKeySet.FromPem("gw-1", Vectors.GatewayPublicKey)
            .With("gw-2", Vectors.NextPublicKey);

        keys.Count.ShouldBe(2);
        keys.ToString().ShouldBe("2 gateway keys: gw-1, gw-2");
        PayResponse.Verify(Notice.Genuine.Form(), "app_1", keys, Vectors.Noon)
            .IsGenuine.ShouldBeTrue();
    }

    [Fact]
    public void Two_keys_of_one_id_are_refused()
        => Should.Throw<ArgumentException>(() => GatewayKeySet
            .FromPem("gw-1", Vectors.GatewayPublicKey).With("gw-1", Vectors.NextPublicKey));

    [Fact]
    public void A_short_key_is_refused()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(1024);

        Should.Throw<ArgumentException>(
            () => GatewayKeySet.FromPem("gw-1", rsa.ExportSubjectPublicKeyInfoPem()));
        Should.Throw<ArgumentException>(() => GatewayKeySet.FromPem("gw-1", "nonsense"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"keys\":1}")]
    [InlineData("{\"keys\":[1]}")]
    [InlineData("{\"keys\":[],\"keys\":[]}")]
    [InlineData("{\"keys\":[{" + Fit + ",\"kid\":\"a\"}]}")]
    [InlineData("{\"keys\":[{" + Fit + ",\"kid\":\"a\",\"n\":\"***\",\"e\":\"AQAB\"}]}")]
    [InlineData("{\"keys\":[{" + Fit + ",\"kid\":\"a\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}")]
    [InlineData("{\"keys\":[{" + Fit + ",\"kid\":1,\"n\":\"AQAB\",\"e\":\"AQAB\"}]}")]
    public void What_is_no_key_set_is_refused(string json)
        => Should.Throw<FormatException>(
            () => GatewayKeySet.FromJwks(Encoding.ASCII.GetBytes(json)));

    [Fact]
    public void Keys_for_other_purposes_are_left_out()
    {
        var others = """
            {"keys":[{"kty":"EC"},{"kty":"RSA","use":"enc","alg":"RS256"},{"use":"sig"}]}
            """;

        GatewayKeySet.FromJwks(Encoding.ASCII.GetBytes(others)).Count.ShouldBe(0);
    }

    [Fact]
    public void More_than_sixteen_keys_are_refused()
    {
        var many = string.Join(',', Enumerable.Repeat("{\"kty\":\"EC\"}", 17));

        Should.Throw<FormatException>(
            () => GatewayKeySet.FromJwks(Encoding.ASCII.GetBytes($"{{\"keys\":[{many}]}}")));
    }
}
