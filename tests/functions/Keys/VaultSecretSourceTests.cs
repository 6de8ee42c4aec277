using Azure;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using PayFunctions.Keys;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Keys;

public sealed class VaultSecretSourceTests : IAsyncLifetime
{
    private LoopbackVault vault = null!;
    private HttpClientTransport transport = null!;
    private VaultSecretSource source = null!;

    public async ValueTask InitializeAsync()
    {
        vault = await LoopbackVault.StartAsync();
        transport = new HttpClientTransport(vault.CreateHttpClient());
        var options = new SecretClientOptions(SecretClientOptions.ServiceVersion.V7_4)
        {
            Transport = transport,
            DisableChallengeResourceVerification = true,
        };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
        source = new VaultSecretSource(
            new SecretClient(vault.VaultUri, vault.CreateCredential(), options));
    }

    public async ValueTask DisposeAsync()
    {
        transport.Dispose();
        await vault.DisposeAsync();
    }

    [Fact]
    public async Task A_name_alone_reads_the_newest_version()
    {
        vault.CreateSecret("tenpay-key", "old");
        vault.CreateSecret("tenpay-key", "new");

        (await ReadAsync("tenpay-key")).ShouldBe("new");
    }

    [Fact]
    public async Task A_pinned_version_is_read_however_many_follow()
    {
        var pinned = vault.CreateSecret("tenpay-key", "old");
        vault.CreateSecret("tenpay-key", "new");

        (await ReadAsync($"tenpay-key/{pinned.Version}")).ShouldBe("old");
    }

    [Fact]
    public async Task A_secret_that_is_not_there_is_none()
        => (await ReadAsync("tenpay-key")).ShouldBeNull();

    [Fact]
    public async Task A_disabled_secret_is_forbidden_and_not_missing()
    {
        vault.CreateSecret("tenpay-key", "s").Enabled = false;

        var thrown = await Should.ThrowAsync<RequestFailedException>(
            () => ReadAsync("tenpay-key"));

        thrown.Status.ShouldBe(403);
    }

    [Fact]
    public async Task Without_the_role_nothing_is_read()
    {
        vault.CreateSecret("tenpay-key", "s");
        vault.Permissions.Deny(VaultOperation.GetSecret);

        var thrown = await Should.ThrowAsync<RequestFailedException>(
            () => ReadAsync("tenpay-key"));

        thrown.Status.ShouldBe(403);
    }

    private Task<string?> ReadAsync(string text)
    {
        SecretReference.TryParse(text, out var reference).ShouldBeTrue();
        return source.ReadAsync(reference, CancellationToken.None);
    }
}
