using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class SigningTests : VaultTest
{
    public static TheoryData<string, string, bool> Algorithms => new()
    {
        { "RS256", "SHA256", false },
        { "RS384", "SHA384", false },
        { "RS512", "SHA512", false },
        { "PS256", "SHA256", true },
        { "PS384", "SHA384", true },
        { "PS512", "SHA512", true },
    };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task A_signature_of_the_vault_verifies_with_the_public_key_alone(
        string algorithm, string hash, bool pss)
    {
        var key = Vault.CreateKey("signer");
        var data = Encoding.UTF8.GetBytes("out_trade_no=7&total_fen=100");

        var signed = await Signer(key).SignDataAsync(algorithm, data);

        using var publicKey = RSA.Create(key.PublicKey);
        publicKey.VerifyData(
            data,
            signed.Signature,
            new HashAlgorithmName(hash),
            pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1).ShouldBeTrue();
        signed.KeyId.ShouldBe(key.Id.AbsoluteUri);
        signed.Algorithm.ShouldBe(new SignatureAlgorithm(algorithm));
    }

    [Fact]
    public async Task A_local_key_signs_the_same_bytes_as_the_vault_with_that_key()
    {
        using var rsa = RSA.Create(2048);
        var key = Vault.CreateKey("signer", new() { Material = rsa.ExportParameters(true) });
        var local = new CryptographyClient(new JsonWebKey(rsa, includePrivateParameters: true));

        var here = await local.SignAsync(SignatureAlgorithm.RS256, Digest());
        var there = await Signer(key).SignAsync(SignatureAlgorithm.RS256, Digest());

        here.Signature.ShouldBe(there.Signature);
    }

    [Fact]
    public async Task A_digest_its_data_and_its_stream_give_one_signature_in_both_styles()
    {
        var client = Signer(Vault.CreateKey("signer"));
        var data = Encoding.UTF8.GetBytes("the same bytes");
        using var first = new MemoryStream(data);
        using var second = new MemoryStream(data);

        byte[][] signatures =
        [
            (await client.SignAsync(SignatureAlgorithm.RS256, SHA256.HashData(data))).Signature,
            (await client.SignDataAsync(SignatureAlgorithm.RS256, data)).Signature,
            (await client.SignDataAsync(SignatureAlgorithm.RS256, first)).Signature,
            client.Sign(SignatureAlgorithm.RS256, SHA256.HashData(data)).Signature,
            client.SignData(SignatureAlgorithm.RS256, data).Signature,
            client.SignData(SignatureAlgorithm.RS256, second).Signature,
        ];

        signatures.ShouldAllBe(signature => signature.SequenceEqual(signatures[0]));
    }

    [Fact]
    public async Task The_key_is_read_once_and_every_signature_is_one_more_call()
    {
        var calls = new CallCounter();
        var client = Signer(
            Vault.CreateKey("signer"),
            options => options.AddPolicy(calls, HttpPipelinePosition.PerCall));

        await client.SignAsync(SignatureAlgorithm.RS256, Digest());
        await client.SignAsync(SignatureAlgorithm.RS256, Digest());
        await client.SignAsync(SignatureAlgorithm.RS256, Digest());

        calls.Count.ShouldBe(4);
        Vault.Requests.CountOf(VaultOperation.Get).ShouldBe(1);
        Vault.Requests.CountOf(VaultOperation.Sign).ShouldBe(3);
    }

    [Fact]
    public async Task Without_leave_to_read_the_key_it_still_signs()
    {
        var key = Vault.CreateKey("signer");
        Vault.Permissions.Deny(VaultOperation.Get);
        var client = Signer(key);

        await client.SignAsync(SignatureAlgorithm.RS256, Digest());
        var signed = await client.SignAsync(SignatureAlgorithm.RS256, Digest());

        using var publicKey = RSA.Create(key.PublicKey);
        publicKey.VerifyHash(
            Digest(), signed.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .ShouldBeTrue();
        Vault.Requests.CountOf(VaultOperation.Get).ShouldBe(1);
    }

    [Fact]
    public async Task A_digest_of_another_length_is_refused_by_the_vault()
    {
        var client = Signer(Vault.CreateKey("signer"));

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => client.SignAsync(SignatureAlgorithm.RS256, Digest(31)));

        refused.Status.ShouldBe(400);
        refused.ErrorCode.ShouldBe("BadParameter");
    }

    [Fact]
    public async Task A_digest_of_another_length_is_refused_by_a_local_key()
    {
        using var rsa = RSA.Create(2048);
        var client = new CryptographyClient(new JsonWebKey(rsa, includePrivateParameters: true));

        await Should.ThrowAsync<CryptographicException>(
            () => client.SignAsync(SignatureAlgorithm.RS256, Digest(31)));
    }

    [Fact]
    public async Task A_local_key_without_private_parts_does_not_sign()
    {
        using var rsa = RSA.Create(2048);
        var client = new CryptographyClient(new JsonWebKey(rsa));

        await Should.ThrowAsync<NotSupportedException>(
            () => client.SignAsync(SignatureAlgorithm.RS256, Digest()));
    }

    [Fact]
    public async Task An_unknown_algorithm_is_refused_by_the_vault_by_name()
    {
        var client = Signer(Vault.CreateKey("signer"));

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => client.SignAsync("HS256", Digest()));

        refused.Status.ShouldBe(400);
        refused.Message.ShouldContain("HS256");
    }

    [Fact]
    public async Task A_disabled_key_does_not_sign()
    {
        var key = Vault.CreateKey("signer", new() { Enabled = false });

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => Signer(key).SignAsync(SignatureAlgorithm.RS256, Digest()));

        refused.Status.ShouldBe(403);
        refused.ErrorCode.ShouldBe("Forbidden");
    }

    [Fact]
    public async Task A_key_disabled_after_its_first_signature_does_not_sign_again()
    {
        var key = Vault.CreateKey("signer");
        var client = Signer(key);
        await client.SignAsync(SignatureAlgorithm.RS256, Digest());
        key.Enabled = false;

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => client.SignAsync(SignatureAlgorithm.RS256, Digest()));

        refused.Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_expired_key_is_refused_here_once_its_dates_are_known()
    {
        var key = Vault.CreateKey("signer", new() { ExpiresOn = DateTimeOffset.UnixEpoch });

        await Should.ThrowAsync<InvalidOperationException>(
            () => Signer(key).SignAsync(SignatureAlgorithm.RS256, Digest()));

        Vault.Requests.CountOf(VaultOperation.Sign).ShouldBe(0);
    }

    [Fact]
    public async Task An_expired_key_is_refused_by_the_vault_when_its_dates_are_hidden()
    {
        var key = Vault.CreateKey("signer", new() { ExpiresOn = DateTimeOffset.UnixEpoch });
        Vault.Permissions.Deny(VaultOperation.Get);

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => Signer(key).SignAsync(SignatureAlgorithm.RS256, Digest()));

        refused.Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_key_that_may_not_sign_is_refused_by_the_vault()
    {
        var key = Vault.CreateKey("verifier", new() { Operations = ["verify"] });

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => Signer(key).SignAsync(SignatureAlgorithm.RS256, Digest()));

        refused.Status.ShouldBe(403);
    }
}
