using Microsoft.Extensions.Options;
using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Platform;

public sealed class AccountDirectoryTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly MemorySecrets vault = new();
    private readonly MemoryAccountStore store = MemoryAccountStore.With(
        TestAccounts.Of("test") with
        {
            Secrets = TestAccounts.Of("test").Secrets.Add("key", "k"),
        });

    private readonly VaultGate gate;
    private readonly AccountDirectory directory;

    public AccountDirectoryTests()
    {
        gate = new VaultGate(Options.Create(new KeysOptions()), clock);
        directory = new AccountDirectory(store, new SecretRing(vault, gate, clock), clock);
        vault.Values["k"] = "one";
    }

    public void Dispose() => gate.Dispose();

    [Fact]
    public async Task A_registration_is_read_once_a_minute()
    {
        await ReadAsync();
        clock.Advance(AccountDirectory.Life - TimeSpan.FromSeconds(1));
        await ReadAsync();
        var before = store.Reads;
        clock.Advance(TimeSpan.FromSeconds(1));
        await ReadAsync();

        before.ShouldBe(1);
        store.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task What_did_not_change_stays_the_same_instance()
    {
        var first = await ReadAsync();
        clock.Advance(AccountDirectory.Life);

        (await ReadAsync()).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task A_changed_registration_is_used_after_a_minute_and_a_forgotten_one_at_once()
    {
        await ReadAsync();
        await ChangeAsync(static a => a with { Settings = a.Settings.Add("a", "1") });
        var before = await ReadAsync();
        clock.Advance(AccountDirectory.Life);
        var after = await ReadAsync();
        await ChangeAsync(static a => a with { Settings = a.Settings.SetItem("a", "2") });
        directory.Forget("test", "main");
        var atOnce = await ReadAsync();

        before!.Settings.ShouldBeEmpty();
        after!.Settings["a"].ShouldBe("1");
        atOnce!.Settings["a"].ShouldBe("2");
    }

    [Fact]
    public async Task A_rotated_secret_makes_another_instance()
    {
        var first = await ReadAsync();
        vault.Values["k"] = "two";
        clock.Advance(SecretRing.Life);

        var second = await ReadAsync();

        second.ShouldNotBeSameAs(first);
        second!.Secrets["key"].Reveal().ShouldBe("two");
        (await ReadAsync()).ShouldBeSameAs(second);
    }

    [Fact]
    public async Task What_the_vault_does_not_have_is_left_out()
    {
        vault.Values.Clear();

        (await ReadAsync()).ShouldNotBeNull().Secrets.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_registration_is_none()
        => (await directory.ReadAsync("test", "other", CancellationToken.None)).ShouldBeNull();

    private Task<AccountMaterial?> ReadAsync()
        => directory.ReadAsync("test", "main", CancellationToken.None).AsTask();

    private async Task ChangeAsync(Func<ChannelAccount, ChannelAccount> change)
    {
        var stored = (await store.FindAsync("test", "main", CancellationToken.None))!;
        await store.SaveAsync(change(stored.Account), stored.ETag, CancellationToken.None);
    }
}
