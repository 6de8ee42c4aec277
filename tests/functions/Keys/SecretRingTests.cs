using Microsoft.Extensions.Options;
using PayFunctions.Keys;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Platform;

namespace PayFunctions.Tests.Keys;

public sealed class SecretRingTests : IDisposable
{
    private static readonly SecretReference Reference = new("key", null);

    private readonly ManualTimeProvider clock = new();
    private readonly MemorySecrets vault = new();
    private readonly VaultGate gate;
    private readonly SecretRing ring;

    public SecretRingTests()
    {
        gate = new VaultGate(Options.Create(new KeysOptions()), clock);
        ring = new SecretRing(vault, gate, clock);
        vault.Values["key"] = "one";
    }

    public void Dispose() => gate.Dispose();

    [Fact]
    public async Task A_secret_is_read_once_in_its_life()
    {
        await FindAsync();
        clock.Advance(SecretRing.Life - TimeSpan.FromSeconds(1));
        await FindAsync();
        var before = vault.Reads;
        clock.Advance(TimeSpan.FromSeconds(1));
        await FindAsync();

        before.ShouldBe(1);
        vault.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_value_stays_the_same_instance_and_another_becomes_another()
    {
        var first = await FindAsync();
        clock.Advance(SecretRing.Life);
        var same = await FindAsync();
        vault.Values["key"] = "two";
        clock.Advance(SecretRing.Life);
        var other = await FindAsync();

        same.ShouldBeSameAs(first);
        other.ShouldNotBeNull().Reveal().ShouldBe("two");
    }

    [Fact]
    public async Task A_refresh_reads_now()
    {
        await FindAsync();
        vault.Values["key"] = "two";

        var refreshed = await ring.RefreshAsync(Reference, CancellationToken.None);

        refreshed.ShouldNotBeNull().Reveal().ShouldBe("two");
        (await FindAsync()).ShouldBeSameAs(refreshed);
    }

    [Fact]
    public async Task A_missing_secret_is_asked_for_each_time_until_it_is_there()
    {
        vault.Values.Clear();
        (await FindAsync()).ShouldBeNull();

        vault.Values["key"] = "one";

        (await FindAsync()).ShouldNotBeNull().Reveal().ShouldBe("one");
    }

    [Fact]
    public async Task A_deleted_secret_is_used_no_longer_than_its_life()
    {
        await FindAsync();
        vault.Values.Clear();
        clock.Advance(SecretRing.Life);

        (await FindAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task While_the_vault_is_down_a_known_secret_goes_on_and_the_vault_has_its_rest()
    {
        var first = await FindAsync();
        vault.IsDown = true;
        clock.Advance(SecretRing.Life);

        var during = await FindAsync();
        await FindAsync();
        var asked = vault.Reads;
        clock.Advance(SecretRing.Pause);
        vault.IsDown = false;
        vault.Values["key"] = "two";
        var after = await FindAsync();

        during.ShouldBeSameAs(first);
        asked.ShouldBe(2);
        after.ShouldNotBeNull().Reveal().ShouldBe("two");
    }

    [Fact]
    public async Task No_outage_keeps_a_secret_longer_than_a_day()
    {
        await FindAsync();
        vault.IsDown = true;
        clock.Advance(SecretRing.LifeInOutage);

        await Should.ThrowAsync<VaultBusyException>(FindAsync);
    }

    [Fact]
    public async Task A_secret_that_the_vault_forbids_is_not_used_on()
    {
        await FindAsync();
        vault.Forbids = true;
        clock.Advance(SecretRing.Life);

        (await Should.ThrowAsync<VaultBusyException>(FindAsync)).IsForbidden.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_secret_of_a_vault_that_is_down_is_no_missing_secret()
    {
        vault.IsDown = true;

        (await Should.ThrowAsync<VaultBusyException>(FindAsync)).IsForbidden.ShouldBeFalse();
    }

    private Task<Secret?> FindAsync()
        => ring.FindAsync(Reference, CancellationToken.None).AsTask();
}
