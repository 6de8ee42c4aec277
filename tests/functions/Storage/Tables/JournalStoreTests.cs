using Azure.Data.Tables;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

public sealed class JournalStoreTests(AzuriteFixture azurite)
{
    private static int names;

    [Fact]
    public async Task An_entry_is_in_its_journals_once_however_often_it_is_written()
    {
        var (journal, _) = await OpenAsync();
        var entry = Entry(Name());
        var scopes = entry.Scopes().ToList();

        await journal.WriteAsync([entry], default);
        await journal.WriteAsync([entry, entry with { Version = 4 }], default);

        scopes.Count.ShouldBe(2);
        foreach (var scope in scopes)
        {
            var both = await ReadAsync(journal, scope, An.Noon);
            both.Select(static e => e.Version).ShouldBe([entry.Version, 4], ignoreOrder: true);
            var read = both.Single(e => e.Version == entry.Version);
            read.Lines.ShouldBe(entry.Lines);
            read.Postings.ShouldBe(entry.Postings);
            (read.Reference, read.Version, read.At).ShouldBe(
                (entry.Reference, entry.Version, entry.At));
        }
    }

    [Fact]
    public async Task A_day_ends_at_midnight_in_Beijing_and_is_read_by_time()
    {
        var (journal, _) = await OpenAsync();
        var app = Name();
        var midnight = new DateTimeOffset(2026, 1, 2, 16, 0, 0, TimeSpan.Zero);
        foreach (var (version, at) in new[]
        {
            (3, midnight), (2, midnight.AddTicks(-1)), (1, midnight.AddTicks(-2)),
        })
        {
            var entry = Entry(app) with { Version = version, At = at };
            await journal.WriteAsync([entry], default);
        }

        var scope = JournalScope.OfApplication(app);
        (await ReadAsync(journal, scope, midnight.AddTicks(-1)))
            .Select(static e => e.Version).ShouldBe([1, 2]);
        (await ReadAsync(journal, scope, midnight)).Select(static e => e.Version).ShouldBe([3]);
    }

    [Fact]
    public async Task A_journal_is_read_by_time_from_behind_a_place()
    {
        var (journal, _) = await OpenAsync();
        var app = Name();
        for (var version = 1; version <= 4; version++)
        {
            var entry = Entry(app) with { Version = version, At = An.Noon.AddTicks(version / 2) };
            await journal.WriteAsync([entry], default);
        }

        var scope = JournalScope.OfApplication(app);
        var all = await ReadAsync(journal, scope, An.Noon);
        var rest = await journal
            .ReadFromAsync(scope, BeijingDay.Of(An.Noon), all[1].Place(), default).ToListAsync();

        all.Select(static e => e.Version).ShouldBe([1, 2, 3, 4]);
        rest.Select(static e => e.Version).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task A_journal_is_read_by_time_though_its_orders_lie_in_several_partitions()
    {
        var (journal, _) = await OpenAsync();
        var (app, neighbour) = (Name(), Name());
        var orders = Enumerable.Range(1, 12).Select(static i => $"order-{i}").ToList();
        foreach (var (i, order) in orders.Index().Reverse())
        {
            var entry = Entry(app) with { Reference = order, At = An.Noon.AddTicks(i) };
            await journal.WriteAsync([entry, Entry(neighbour)], default);
        }

        var scope = JournalScope.OfApplication(app);
        var all = await ReadAsync(journal, scope, An.Noon);
        var rest = await journal
            .ReadFromAsync(scope, BeijingDay.Of(An.Noon), all[4].Place(), default).ToListAsync();

        orders.Select(JournalRowStore.PartOf).Distinct().Count().ShouldBe(JournalRowStore.Parts);
        all.Select(static e => e.Reference).ShouldBe(orders);
        rest.Select(static e => e.Reference).ShouldBe(orders[5..]);
    }

    [Fact]
    public async Task A_list_is_read_by_time_from_behind_a_place()
    {
        var (_, list) = await OpenAsync();
        var app = Name();
        var listings = Enumerable.Range(0, 3).Select(i => new OrderListing(
            An.Noon.AddTicks(i / 2), OrderId.Of(app, $"{i}"))).ToList();
        foreach (var listing in listings)
        {
            await list.AddAsync(listing, app, default);
            await list.AddAsync(listing, app, default);
        }

        var all = await list.ReadAsync(app, BeijingDay.Of(An.Noon), null, default).ToListAsync();
        var rest = await list.ReadAsync(app, BeijingDay.Of(An.Noon), all[0], default)
            .ToListAsync();

        all.ShouldBe(listings, ignoreOrder: true);
        all[2].ShouldBe(listings[2]);
        rest.ShouldBe(all[1..]);
    }

    private static async Task<List<JournalEntry>> ReadAsync(
        JournalStore journal, JournalScope scope, DateTimeOffset at)
        => await journal.ReadAsync(scope, BeijingDay.Of(at), default).ToListAsync();

    private static JournalEntry Entry(string app) => JournalRules.Of(
        An.OpenOrder(), An.PaidOrder(), OrderEvent.Paid, An.Noon)! with
    {
        AppId = app,
        Lines = [new(JournalLineKind.Payment, An.Product, app, "N1", 100, "茶")],
    };

    private static string Name() => $"journal-{Interlocked.Increment(ref names)}";

    private async Task<(JournalStore Journal, OrderListStore List)> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.Journal).CreateIfNotExistsAsync();
        return (new JournalStore(tables), new OrderListStore(tables));
    }
}
