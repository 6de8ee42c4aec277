using PayFunctions.Platform;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.MerchantApi;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Platform;

public sealed class ApplicationDirectoryTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly MemoryApplicationStore rows =
        MemoryApplicationStore.With(TestMerchant.Shop.Registered);
    private readonly TroubledApplications store;
    private readonly ApplicationDirectory directory;

    public ApplicationDirectoryTests()
    {
        store = new TroubledApplications(rows);
        directory = new ApplicationDirectory(store, clock);
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_registration_is_read_once_a_minute()
    {
        await FindAsync();
        clock.Advance(TimeSpan.FromSeconds(59.9));
        await FindAsync();
        var readsBefore = store.Reads;
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await FindAsync();

        readsBefore.ShouldBe(1);
        store.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_is_seen_after_a_minute()
    {
        await FindAsync();
        await ChangeAsync(static a => a with { Enabled = false });

        var before = await FindAsync();
        clock.Advance(ApplicationDirectory.Life);
        var after = await FindAsync();

        before!.Enabled.ShouldBeTrue();
        after!.Enabled.ShouldBeFalse();
    }

    [Fact]
    public async Task A_refresh_reads_again_but_not_more_often_than_every_five_seconds()
    {
        await FindAsync();
        await RefreshAsync();
        var tooSoon = store.Reads;
        clock.Advance(ApplicationDirectory.RefreshPause);
        await RefreshAsync();
        await RefreshAsync();

        tooSoon.ShouldBe(1);
        store.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task An_unknown_application_is_asked_for_each_time_until_it_is_there()
    {
        var before = await directory.FindAsync("tea", CancellationToken.None);
        await rows.SaveAsync(
            TestMerchant.Shop.Registered with { AppId = "tea" }, null, CancellationToken.None);
        var after = await directory.FindAsync("tea", CancellationToken.None);

        before.ShouldBeNull();
        after.ShouldNotBeNull().AppId.ShouldBe("tea");
    }

    [Fact]
    public async Task Trouble_is_not_remembered()
    {
        store.IsDown = true;
        await Should.ThrowAsync<Azure.RequestFailedException>(FindAsync);

        store.IsDown = false;
        var found = await FindAsync();

        found.ShouldNotBeNull();
    }

    [Fact]
    public async Task While_it_is_remembered_trouble_is_not_noticed()
    {
        await FindAsync();
        store.IsDown = true;

        var found = await FindAsync();

        found.ShouldNotBeNull();
    }

    private Task<Application?> FindAsync()
        => directory.FindAsync("shop", CancellationToken.None);

    private Task<Application?> RefreshAsync()
        => directory.RefreshAsync("shop", CancellationToken.None);

    private async Task ChangeAsync(Func<Application, Application> change)
    {
        var stored = await rows.FindAsync("shop", CancellationToken.None);
        (await rows.SaveAsync(
            change(stored!.Application), stored.ETag, CancellationToken.None))
            .ShouldBe(CommitVerdict.Committed);
    }
}
