using System.Security.Cryptography;
using Azure;
using Azure.Security.KeyVault.Keys;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Compat.Vault;

public sealed class KeyReadingTests : VaultTest
{
    protected override VaultSettings Settings => new() { PageSize = 2 };

    [Fact]
    public async Task A_key_comes_with_its_public_part_and_its_attributes()
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);
        var starts = DateTimeOffset.FromUnixTimeSeconds(1_500_000_000);
        var made = Vault.CreateKey("signer", new() { ExpiresOn = expires, NotBefore = starts });

        var key = (await Keys().GetKeyAsync("signer")).Value;

        key.Id.ShouldBe(made.Id);
        key.Name.ShouldBe("signer");
        key.KeyType.ShouldBe(KeyType.Rsa);
        key.KeyOperations.ShouldBe([KeyOperation.Sign, KeyOperation.Verify]);
        key.Key.N.ShouldBe(made.PublicKey.Modulus);
        key.Key.E.ShouldBe(made.PublicKey.Exponent);
        key.Key.D.ShouldBeNull();
        key.Properties.Version.ShouldBe(made.Version);
        key.Properties.VaultUri.ShouldBe(Vault.VaultUri);
        key.Properties.Enabled.ShouldBe(true);
        key.Properties.Exportable.ShouldBe(false);
        key.Properties.NotBefore.ShouldBe(starts);
        key.Properties.ExpiresOn.ShouldBe(expires);
        key.Properties.CreatedOn.ShouldNotBeNull();
        key.Properties.RecoverableDays.ShouldBe(90);
        key.Properties.RecoveryLevel.ShouldBe("Recoverable+Purgeable");
    }

    [Fact]
    public async Task Without_a_version_the_newest_is_read_and_with_one_that_one()
    {
        var first = Vault.CreateKey("signer");
        var second = Vault.CreateKey("signer");
        var keys = Keys();

        var newest = await keys.GetKeyAsync("signer");
        var pinned = await keys.GetKeyAsync("signer", first.Version);

        newest.Value.Properties.Version.ShouldBe(second.Version);
        pinned.Value.Properties.Version.ShouldBe(first.Version);
    }

    [Fact]
    public async Task A_pinned_version_signs_after_a_rotation_and_an_unpinned_name_follows_it()
    {
        var first = Vault.CreateKey("signer");
        var keys = Keys();
        var pinned = keys.GetCryptographyClient("signer", first.Version);
        var following = keys.GetCryptographyClient("signer");
        var second = Vault.CreateKey("signer");

        var byPinned = await pinned.SignAsync("RS256", Digest());
        var byName = await following.SignAsync("RS256", Digest());

        byPinned.KeyId.ShouldBe(first.Id.AbsoluteUri);
        byName.KeyId.ShouldBe(second.Id.AbsoluteUri);
        using var publicKey = RSA.Create(first.PublicKey);
        publicKey.VerifyHash(
            Digest(), byPinned.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_key_is_404()
    {
        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => Keys().GetKeyAsync("nobody"));

        refused.Status.ShouldBe(404);
        refused.ErrorCode.ShouldBe("KeyNotFound");
    }

    [Fact]
    public async Task An_unknown_version_is_404()
    {
        Vault.CreateKey("signer");

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => Keys().GetKeyAsync("signer", "00000000000000000000000000000000"));

        refused.Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_disabled_key_can_be_read_and_says_so()
    {
        Vault.CreateKey("signer", new() { Enabled = false });

        var key = await Keys().GetKeyAsync("signer");

        key.Value.Properties.Enabled.ShouldBe(false);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    public async Task All_versions_are_listed_a_page_at_a_time(int versions, int pages)
    {
        string[] made = [.. Enumerable.Range(0, versions)
            .Select(_ => Vault.CreateKey("signer").Version)];
        Vault.CreateKey("another");

        List<string> listed = [];
        await foreach (var version in Keys().GetPropertiesOfKeyVersionsAsync("signer"))
        {
            listed.Add(version.Version);
        }

        listed.ShouldBe(made, ignoreOrder: true);
        Vault.Requests.CountOf(VaultOperation.ListVersions).ShouldBe(pages);
    }

    [Fact]
    public void The_list_reads_the_same_in_the_synchronous_style()
    {
        string[] made = [.. Enumerable.Range(0, 3).Select(_ => Vault.CreateKey("signer").Version)];

        var pages = Keys().GetPropertiesOfKeyVersions("signer").AsPages().ToList();

        pages.SelectMany(page => page.Values).Select(version => version.Version)
            .ShouldBe(made, ignoreOrder: true);
        pages.Select(page => page.Values.Count).ShouldBe([2, 1]);
        pages[0].ContinuationToken.ShouldNotBeNull();
        pages[1].ContinuationToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_list_goes_on_from_the_page_it_is_given()
    {
        _ = Enumerable.Range(0, 3).Select(_ => Vault.CreateKey("signer")).ToList();
        var keys = Keys();
        var first = keys.GetPropertiesOfKeyVersions("signer").AsPages().First();

        List<KeyProperties> rest = [];
        var pages = keys.GetPropertiesOfKeyVersionsAsync("signer").AsPages(first.ContinuationToken);
        await foreach (var page in pages)
        {
            rest.AddRange(page.Values);
        }

        rest.Count.ShouldBe(1);
        first.Values.ShouldNotContain(version => version.Id == rest[0].Id);
    }

    [Fact]
    public void A_page_in_another_vault_is_not_followed()
    {
        Vault.CreateKey("signer");
        var list = Keys().GetPropertiesOfKeyVersions("signer");

        Should.Throw<InvalidOperationException>(
            () => list.AsPages("https://elsewhere.example/keys/signer/versions").First());

        Vault.Requests.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_caller_who_may_not_read_gets_403()
    {
        Vault.CreateKey("signer");
        Vault.Permissions.Deny(VaultOperation.Get);

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => Keys().GetKeyAsync("signer"));

        refused.Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_version_of_the_interface_is_the_one_asked_for()
    {
        Vault.CreateKey("signer");
        var options = new KeyClientOptions(KeyClientOptions.ServiceVersion.V7_4)
        {
            DisableChallengeResourceVerification = true,
            Transport = Vault.CreateTransport(),
        };

        await new KeyClient(Vault.VaultUri, Credential, options).GetKeyAsync("signer");

        Vault.Requests.All.ShouldAllBe(
            request => request.PathAndQuery == "/keys/signer?api-version=7.4");
    }

    [Fact]
    public void A_version_of_the_interface_that_has_no_name_is_refused()
        => Should.Throw<NotSupportedException>(
            () => new KeyClientOptions((KeyClientOptions.ServiceVersion)99));
}
