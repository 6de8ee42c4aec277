using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Seams;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>
/// The process dies once at every place where it meets the world while an amount is held, taken
/// and let go. The books of gateway and channel end as if nothing had happened.
/// </summary>
public sealed class HoldCrashTests(KeyFolder keys, MerchantServer server)
{
    /// <summary>The names of the roads.</summary>
    public static TheoryData<string> Roads => [.. HoldRoads.All.Keys];

    [Theory]
    [MemberData(nameof(Roads))]
    public Task A_hold_survives_a_crash_at_every_crossing(string road)
        => EveryCrossing.CrashAsync(road, crash => WalkAsync(road, crash));

    private async Task<IReadOnlyList<string>> WalkAsync(string road, OneCrash crash)
    {
        var (ends, walk) = HoldRoads.All[road];
        await using var world = new SimWorld(keys, server);
        var invariants = new Invariants(world);
        world.AfterStep = invariants.HoldNow;
        world.Durable.Door.Mishaps = crash;
        var scenario = new HoldScenario(world);

        await walk(scenario);
        await world.RunToQuietAsync();

        invariants.HoldNow();
        var hold = world.Durable.Orders.Orders.Single(o => o.Id == scenario.Id);
        ends.ShouldContain(EndOf(hold));
        BothBooksAgree(world.Durable, hold);
        world.Durable.DeadLetters.All.ShouldBeEmpty();
        world.Durable.Alarms.Lines.ShouldBeEmpty();
        await new JournalCheck(world.Durable).HoldAtTheEndAsync();
        return crash.Crossed;
    }

    /// <summary><c>C-1 40 Succeeded; Merchant 60 Succeeded</c>.</summary>
    private static string EndOf(Order hold)
        => string.Join("; ",
        [
            .. hold.Captures.Select(static c => $"{c.OutTradeNo} {c.Total.Fen} {c.State}"),
            .. hold.Refunds.Select(static r => $"{r.Origin} {r.Total.Fen} {r.State}"),
        ]);

    private static void BothBooksAgree(Durable durable, Order hold)
    {
        var trade = durable.Full.Trades.Single(t => t.Number == new ChannelOrderNo(hold.Id, 1));
        var taken = durable.Full.TakenOf(trade);
        taken.ShouldBe(hold.Captures.Where(static c => c.State == CaptureState.Succeeded)
            .Sum(static c => c.Total.Fen));
        (trade.IsOver
            || taken + trade.GoneAt(durable.Clock.GetUtcNow()) == trade.Total.Fen)
            .ShouldBeTrue("something is still held at the channel");
        hold.Remaining.Fen.ShouldBe(0);
        foreach (var payment in durable.Orders.Orders.Where(o => o.Id != hold.Id))
        {
            (payment.State, payment.Terms.Capture!.Hold).ShouldBe((OrderState.Success, hold.Id));
        }
    }
}
