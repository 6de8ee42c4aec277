using Azure.Security.KeyVault.Keys;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class KeyIdentifierTests
{
    [Theory]
    [InlineData("https://pay.vault.azure.net/keys/signer/0123", "signer", "0123")]
    [InlineData("https://pay.vault.azure.net/keys/signer", "signer", null)]
    [InlineData("https://pay.vault.azure.net/keys/signer/", "signer", null)]
    public void An_address_has_a_vault_a_name_and_perhaps_a_version(
        string address, string name, string? version)
    {
        var identifier = new KeyVaultKeyIdentifier(new Uri(address));

        identifier.VaultUri.ShouldBe(new Uri("https://pay.vault.azure.net/"));
        identifier.Name.ShouldBe(name);
        identifier.Version.ShouldBe(version);
        identifier.SourceId.ShouldBe(new Uri(address));
    }

    [Theory]
    [InlineData("https://pay.vault.azure.net/")]
    [InlineData("https://pay.vault.azure.net/secrets/signer")]
    [InlineData("https://pay.vault.azure.net/keys/")]
    [InlineData("https://pay.vault.azure.net/keys/a/b/c")]
    public void Other_addresses_are_no_keys(string address)
    {
        KeyVaultKeyIdentifier.TryCreate(new Uri(address), out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => new KeyVaultKeyIdentifier(new Uri(address)));
    }
}
