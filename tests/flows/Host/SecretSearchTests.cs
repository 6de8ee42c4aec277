namespace PayFunctions.Tests.Flows.Host;

public sealed class SecretSearchTests
{
    [Fact]
    public void A_private_number_is_found_in_every_spelling_and_a_public_one_is_not()
    {
        using var keys = new HostKeys();
        var search = new SecretSearch(keys.Secrets());
        var secret = keys.Gateway.ExportParameters(includePrivateParameters: true);
        string[] telling =
        [
            $"key {Convert.ToBase64String(secret.P!)}",
            $"key {Convert.ToHexString(secret.D!)}",
            $"key {Convert.ToHexStringLower(secret.Q!)}",
            $"jwk {System.Buffers.Text.Base64Url.EncodeToString(secret.DP!)}",
            keys.Gateway.ExportPkcs8PrivateKeyPem(),
            $"x-functions-key: {keys.FunctionKey}",
        ];
        string[] harmless =
        [
            $"n {Convert.ToBase64String(secret.Modulus!)}",
            HostKeys.PublicOf(keys.Gateway),
            "The vault gave no signature in time.",
        ];

        search.TellingLines([.. telling, .. harmless]).ShouldBe(telling);
    }

    [Theory]
    [InlineData("GET /pay?app_id=1&sign=AbCdEfGh%2B12")]
    [InlineData("GET /pay?app_id=1&sign%3DAbCdEfGh12")]
    [InlineData("signature=\"AbCdEfGh+/12==\"")]
    [InlineData("{\"sign\":\"AbCdEfGh+/12==\"}")]
    public void A_signature_is_found(string line)
        => new SecretSearch([]).TellingLines([line]).ShouldBe([line]);

    [Fact]
    public void A_refusal_that_names_the_signature_is_not_one()
        => new SecretSearch([]).TellingLines(
            ["ALARM notification_refused: alipay/main: SignatureWrong.", "sign_type=RSA"])
            .ShouldBeEmpty();
}
