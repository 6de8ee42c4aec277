using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class ChallengeTests : VaultTest
{
    private const string OtherTenant = "99999999-8888-7777-6666-555555555555";

    [Fact]
    public async Task The_first_request_has_no_token_and_the_second_has_one()
    {
        Vault.CreateKey("signer");

        await Keys().GetKeyAsync("signer");

        Vault.Requests.All.Select(request => (request.Operation, request.HasToken)).ShouldBe(
        [
            (VaultOperation.Challenge, false),
            (VaultOperation.Get, true),
        ]);
    }

    [Fact]
    public async Task A_body_is_held_back_until_the_vault_has_said_who_it_is()
    {
        var client = SignerThatNeverReads(Vault.CreateKey("signer"));

        await client.SignAsync(SignatureAlgorithm.RS256, Digest());

        var requests = Vault.Requests.All;
        requests.Select(request => (request.Method, request.HasToken, request.Body.IsEmpty))
            .ShouldBe([("POST", false, true), ("POST", true, false)]);
        Encoding.UTF8.GetString(requests[1].Body.Span).ShouldContain("\"alg\":\"RS256\"");
    }

    [Fact]
    public async Task A_body_held_back_survives_a_retry_of_the_first_request()
    {
        var client = SignerThatNeverReads(Vault.CreateKey("signer"));
        Vault.Faults.Add(VaultFault.Unavailable().On(VaultOperation.Challenge));

        await client.SignAsync(SignatureAlgorithm.RS256, Digest());

        Vault.Requests.All.Select(request => (request.HasToken, request.Body.IsEmpty))
            .ShouldBe([(false, true), (false, true), (true, false)]);
    }

    [Fact]
    public async Task The_token_is_for_the_resource_and_tenant_the_vault_named()
    {
        Vault.CreateKey("signer");

        await Keys().GetKeyAsync("signer");

        var asked = Credential.Asked.ShouldHaveSingleItem();
        asked.Scopes.ShouldBe(["https://vault.azure.net/.default"]);
        asked.TenantId.ShouldBe(Vault.TenantId);
    }

    [Fact]
    public async Task One_token_serves_all_further_calls()
    {
        Vault.CreateKey("signer");
        var keys = Keys();

        await keys.GetKeyAsync("signer");
        await keys.GetKeyAsync("signer");
        await keys.GetCryptographyClient("signer").SignAsync(SignatureAlgorithm.RS256, Digest());

        Credential.Asked.Count.ShouldBe(1);
        Vault.Requests.CountOf(VaultOperation.Challenge).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_vault_said_is_remembered_for_other_clients_too()
    {
        Vault.CreateKey("signer");

        await Keys().GetKeyAsync("signer");
        await Keys().GetKeyAsync("signer");

        Vault.Requests.CountOf(VaultOperation.Challenge).ShouldBe(1);
        Credential.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_vault_that_moved_to_another_tenant_is_asked_again()
    {
        Vault.CreateKey("signer");
        var keys = Keys();
        await keys.GetKeyAsync("signer");
        Vault.TenantId = OtherTenant;

        var key = await keys.GetKeyAsync("signer");

        key.Value.Name.ShouldBe("signer");
        Credential.Asked[^1].TenantId.ShouldBe(OtherTenant);
    }

    [Fact]
    public async Task A_token_that_stays_refused_ends_with_401()
    {
        Vault.CreateKey("signer");
        var credential = new RefusedCredential();
        var options = new KeyClientOptions { DisableChallengeResourceVerification = true };
        using var transport = new HttpClientTransport(Vault.CreateHttpClient());
        options.Transport = transport;
        var keys = new KeyClient(Vault.VaultUri, credential, options);

        var refused = await Should.ThrowAsync<Azure.RequestFailedException>(
            () => keys.GetKeyAsync("signer"));

        refused.Status.ShouldBe(401);
        Vault.Requests.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_resource_that_does_not_cover_the_host_gets_no_token()
    {
        Vault.CreateKey("signer");
        var keys = Keys(options => options.DisableChallengeResourceVerification = false);

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            () => keys.GetKeyAsync("signer"));

        refused.Message.ShouldContain("'vault.azure.net' does not match the requested domain");
        Credential.Asked.ShouldBeEmpty();
        Vault.Requests.All.ShouldAllBe(request => !request.HasToken);
    }

    [Fact]
    public async Task A_challenge_learned_without_the_check_does_not_open_it_for_others()
    {
        Vault.CreateKey("signer");
        await Keys().GetKeyAsync("signer");
        var keys = Keys(options => options.DisableChallengeResourceVerification = false);

        await Should.ThrowAsync<InvalidOperationException>(() => keys.GetKeyAsync("signer"));

        Credential.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("pay.vault.example", true)]
    [InlineData("payvault.example", false)]
    [InlineData("vault.example.other", false)]
    public async Task Only_a_host_below_the_resource_gets_a_token(string host, bool expected)
    {
        await using var vault = await LoopbackVault.StartAsync(
            new() { Host = host, Resource = new Uri("https://vault.example") });
        vault.CreateKey("signer");
        var credential = vault.CreateCredential();
        using var transport = new HttpClientTransport(vault.CreateHttpClient());
        var keys = new KeyClient(vault.VaultUri, credential, new() { Transport = transport });

        var read = await Record.ExceptionAsync(() => keys.GetKeyAsync("signer"));

        (read is null).ShouldBe(expected);
        credential.Asked.Count.ShouldBe(expected ? 1 : 0);
    }

    [Fact]
    public async Task Plain_http_gets_no_token()
    {
        var keys = new KeyClient(new Uri("http://127.0.0.1:9/"), Credential);

        await Should.ThrowAsync<InvalidOperationException>(() => keys.GetKeyAsync("signer"));

        Credential.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void Synchronous_calls_pass_the_same_challenge()
    {
        Vault.CreateKey("signer");

        var key = Keys().GetKey("signer");

        key.Value.Name.ShouldBe("signer");
        Vault.Requests.CountOf(VaultOperation.Challenge).ShouldBe(1);
    }

    // The read finds another vault's refusal, so that the first request to this one is the POST.
    private CryptographyClient SignerThatNeverReads(VaultKey key)
    {
        var skip = new AnswerReads(403);
        return Signer(key, options => options.AddPolicy(skip, HttpPipelinePosition.PerCall));
    }
}
