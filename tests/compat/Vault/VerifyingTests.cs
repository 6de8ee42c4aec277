using System.Security.Cryptography;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class VerifyingTests : VaultTest
{
    [Fact]
    public async Task The_public_key_is_read_once_and_verifies_here()
    {
        var key = Vault.CreateKey("signer");
        var signature = (await Signer(key).SignAsync("RS256", Digest())).Signature;
        var client = Signer(key);
        var before = Vault.Requests.Count;

        var verdicts = new[]
        {
            await client.VerifyAsync("RS256", Digest(), signature),
            client.Verify("RS256", Digest(), signature),
        };

        verdicts.ShouldAllBe(verdict => verdict.IsValid && verdict.KeyId == key.Id.AbsoluteUri);
        (Vault.Requests.Count - before).ShouldBe(1);
        Vault.Requests.CountOf(VaultOperation.Verify).ShouldBe(0);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public async Task A_changed_signature_is_not_valid_here_nor_there(string algorithm)
    {
        var key = Vault.CreateKey("signer");
        var signature = (await Signer(key).SignAsync(algorithm, Digest())).Signature;
        signature[7] ^= 1;

        var here = await Signer(key).VerifyAsync(algorithm, Digest(), signature);
        Vault.Permissions.Deny(VaultOperation.Get);
        var there = await Signer(key).VerifyAsync(algorithm, Digest(), signature);

        here.IsValid.ShouldBeFalse();
        there.IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_leave_to_read_the_key_the_vault_verifies()
    {
        var key = Vault.CreateKey("signer");
        Vault.Permissions.Deny(VaultOperation.Get);
        var client = Signer(key);
        var signature = (await client.SignAsync("PS256", Digest())).Signature;

        var verdict = await client.VerifyAsync("PS256", Digest(), signature);

        verdict.IsValid.ShouldBeTrue();
        Vault.Requests.CountOf(VaultOperation.Verify).ShouldBe(1);
    }

    [Fact]
    public async Task A_disabled_key_still_verifies_what_it_signed()
    {
        var key = Vault.CreateKey("signer");
        var signature = (await Signer(key).SignAsync("RS256", Digest())).Signature;
        key.Enabled = false;
        Vault.Permissions.Deny(VaultOperation.Get);

        var verdict = await Signer(key).VerifyAsync("RS256", Digest(), signature);

        verdict.IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task A_local_key_verifies_what_the_vault_signed()
    {
        var key = Vault.CreateKey("signer");
        var signature = (await Signer(key).SignAsync("RS512", Digest(64))).Signature;
        using var publicKey = RSA.Create(key.PublicKey);
        var client = new CryptographyClient(new JsonWebKey(publicKey));

        (await client.VerifyAsync("RS512", Digest(64), signature)).IsValid.ShouldBeTrue();
    }
}
