using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class CultureTests : VaultTest
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("zh-CN")]
    public async Task Reading_signing_and_listing_do_not_depend_on_the_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var made = Vault.CreateKey(
            "SIGNING-KEY", new() { ExpiresOn = TimeProvider.System.GetUtcNow().AddYears(1) });
        var keys = Keys();

        var key = (await keys.GetKeyAsync("SIGNING-KEY")).Value;
        var signed = await keys.GetCryptographyClient(key.Name, key.Properties.Version)
            .SignAsync(SignatureAlgorithm.RS256, Digest());
        var listed = keys.GetPropertiesOfKeyVersions("SIGNING-KEY").ToList();
        var restored = JsonSerializer.Deserialize<JsonWebKey>(JsonSerializer.Serialize(key.Key));

        listed.ShouldHaveSingleItem().Version.ShouldBe(made.Version);
        restored.ShouldNotBeNull().N.ShouldBe(made.PublicKey.Modulus);
        using var publicKey = RSA.Create(made.PublicKey);
        publicKey.VerifyHash(
            Digest(), signed.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .ShouldBeTrue();
    }
}
