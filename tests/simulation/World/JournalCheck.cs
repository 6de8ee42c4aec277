using PayFunctions.Ledger;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>The journals against what was committed.</summary>
internal sealed class JournalCheck(Durable durable)
{
    /// <summary>
    /// Every entry is in its journals once, no other is, and they balance; every order is in its
    /// application's list.
    /// </summary>
    public async Task HoldAtTheEndAsync()
    {
        durable.Orders.Posted.ShouldBeEmpty("everything that was posted is journaled");
        foreach (var app in durable.Orders.Orders.GroupBy(static o => o.AppId))
        {
            var entries = durable.Journal.Of(JournalScope.OfApplication(app.Key));
            Names(entries).ShouldBe(
                Names(app.SelectMany(o => durable.Orders.MovesOf(o.Id))
                    .Select(static move => move.Journal).OfType<JournalEntry>()));
            entries.Sum(static e => e.Postings.Sum(static p => p.Fen)).ShouldBe(0);
            await ListIsWholeAsync(app);
        }

        foreach (var channel in durable.Channels)
        {
            InTheAccountsJournal(channel.Habits.Name);
        }
    }

    private void InTheAccountsJournal(string channel)
    {
        var scope = JournalScope.OfAccount(channel, Channel.SimChannel.AccountName);
        Names(durable.Journal.Of(scope)).ShouldBe(
            Names(durable.Orders.Orders
                .SelectMany(o => durable.Orders.MovesOf(o.Id))
                .Select(static move => move.Journal).OfType<JournalEntry>()
                .Where(entry => entry.Scopes().Contains(scope))));
    }

    private async Task ListIsWholeAsync(IGrouping<string, Order> app)
    {
        var listed = new HashSet<OrderId>();
        foreach (var day in app.Select(static o => BeijingDay.Of(o.CreatedAt)).Distinct())
        {
            await foreach (var listing in durable.List.ReadAsync(app.Key, day, null, default))
            {
                listed.Add(listing.Id);
            }
        }

        app.ShouldAllBe(order => listed.Contains(order.Id));
    }

    private static IEnumerable<string> Names(IEnumerable<JournalEntry> entries)
        => entries.Select(static e => $"{e.Reference} {e.Version}").Order(StringComparer.Ordinal);
}
