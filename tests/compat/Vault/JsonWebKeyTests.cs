using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class JsonWebKeyTests
{
    private const int KeysTriedMax = 10_000;

    [Fact]
    public void A_private_key_survives_its_JSON()
    {
        using var rsa = RSA.Create(2048);
        var key = new JsonWebKey(rsa, includePrivateParameters: true) { Id = "local/1" };

        var back = JsonSerializer.Deserialize<JsonWebKey>(JsonSerializer.Serialize(key))
            .ShouldNotBeNull();

        back.Id.ShouldBe("local/1");
        back.KeyType.ShouldBe(KeyType.Rsa);
        back.KeyOps.ShouldBe(key.KeyOps);
        using var restored = back.ToRSA(includePrivateParameters: true);
        restored.ExportRSAPrivateKey().ShouldBe(rsa.ExportRSAPrivateKey());
    }

    [Fact]
    public void A_public_key_takes_no_private_part_along()
    {
        using var rsa = RSA.Create(2048);

        using var json = JsonSerializer.SerializeToDocument(new JsonWebKey(rsa));

        json.RootElement.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["kty", "key_ops", "n", "e"], ignoreOrder: true);
        json.RootElement.GetProperty("e").GetString().ShouldBe("AQAB");
    }

    [Fact]
    public void The_text_of_a_key_shows_no_part_of_it()
    {
        using var rsa = RSA.Create(2048);
        var key = new JsonWebKey(rsa, includePrivateParameters: true) { Id = "local/1" };

        var text = key.ToString().ShouldNotBeNull();

        byte[][] secrets = [key.D, key.P, key.Q, key.DP, key.DQ, key.QI];
        foreach (var secret in secrets)
        {
            text.ShouldNotContain(Base64Url.EncodeToString(secret));
            text.ShouldNotContain(Convert.ToBase64String(secret));
            text.ShouldNotContain(Convert.ToHexString(secret), Case.Insensitive);
        }
    }

    [Fact]
    public void Parts_whose_leading_zeros_were_dropped_still_make_the_key()
    {
        using var key = KeyWithShortPart();

        using var stripped = Stripped(key).ToRSA(includePrivateParameters: true);

        stripped.ExportRSAPrivateKey().ShouldBe(key.ExportRSAPrivateKey());
    }

    [Fact]
    public void Private_parts_that_are_missing_are_named_as_the_reason()
    {
        using var rsa = RSA.Create(2048);
        var key = new JsonWebKey(rsa);

        Should.Throw<InvalidOperationException>(() => key.ToRSA(includePrivateParameters: true))
            .Message.ShouldContain("private");
    }

    [Fact]
    public void A_key_of_another_type_makes_no_RSA_key_and_no_local_client()
    {
        var key = JsonSerializer.Deserialize<JsonWebKey>("""{"kty":"EC","crv":"P-256","x":"AQ"}""")
            .ShouldNotBeNull();

        Should.Throw<InvalidOperationException>(() => key.ToRSA());
        Should.Throw<NotSupportedException>(() => new CryptographyClient(key));
    }

    [Fact]
    public void A_part_that_is_not_base64url_is_refused()
        => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<JsonWebKey>(
            """{"kty":"RSA","n":"a+b/","e":"AQAB"}"""));

    [Fact]
    public void Operations_given_win_over_those_the_parts_allow()
    {
        using var rsa = RSA.Create(2048);

        var key = new JsonWebKey(rsa, includePrivateParameters: true, [KeyOperation.Verify]);

        key.KeyOps.ShouldBe([KeyOperation.Verify]);
    }

    // One key in 85 or so has such a part; a small key is quickly made.
    private static RSA KeyWithShortPart()
    {
        for (var count = 0; count < KeysTriedMax; count++)
        {
            var rsa = RSA.Create(512);
            var parts = rsa.ExportParameters(includePrivateParameters: true);
            byte[][] secrets = [parts.D!, parts.DP!, parts.DQ!, parts.InverseQ!];
            if (secrets.Any(secret => secret[0] == 0))
            {
                return rsa;
            }

            rsa.Dispose();
        }

        throw new InvalidOperationException("No key has a part that begins with a zero.");
    }

    private static JsonWebKey Stripped(RSA rsa)
    {
        var key = new JsonWebKey(rsa, includePrivateParameters: true);
        key.D = WithoutZeros(key.D);
        key.DP = WithoutZeros(key.DP);
        key.DQ = WithoutZeros(key.DQ);
        key.QI = WithoutZeros(key.QI);
        return key;
    }

    private static byte[] WithoutZeros(byte[] part) => [.. part.SkipWhile(digit => digit == 0)];
}
