using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Seams;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>
/// The process dies once at every place where it meets the world while a code is sent, sent again
/// and paid with. The order ends as if nothing had happened, and the bank was never asked twice for
/// one request.
/// </summary>
public sealed class KCodeCrashTests(KeyFolder keys, MerchantServer server)
{
    /// <summary>The names of the roads.</summary>
    public static TheoryData<string> Roads => [.. KCodeRoads.All.Keys];

    [Theory]
    [MemberData(nameof(Roads))]
    public Task A_payment_by_code_survives_a_crash_at_every_crossing(string road)
        => EveryCrossing.CrashAsync(road, crash => WalkAsync(road, crash));

    private async Task<IReadOnlyList<string>> WalkAsync(string name, OneCrash crash)
    {
        var road = KCodeRoads.All[name];
        await using var world = new SimWorld(keys, server);
        var invariants = new Invariants(world);
        world.AfterStep = invariants.HoldNow;
        world.Durable.Door.Mishaps = crash;

        await road.Walk(new KCodeScenario(world));
        await world.RunToQuietAsync();

        var order = world.Durable.Orders.Orders.ShouldHaveSingleItem();
        EndOf(order).ShouldBe(road.End);
        NothingWasAskedTwice(world.Durable, order);
        world.Durable.DeadLetters.All.ShouldBeEmpty();
        await invariants.HoldAtTheEndAsync();
        invariants.NothingSpins();
        return crash.Crossed;
    }

    private static string EndOf(Order order)
        => string.Join("; ", order.Refunds
            .Select(static r => $"{r.Origin} {r.Total.Fen} {r.State}")
            .Prepend(order.State.ToString()));

    /// <summary>The bank heard of each request that was committed once, or not at all.</summary>
    private static void NothingWasAskedTwice(Durable durable, Order order)
    {
        foreach (var attempt in order.Attempts)
        {
            var (number, code) = (order.NumberOf(attempt), attempt.KCode.ShouldNotBeNull());
            durable.Bare.CodeDesk.SentFor(number)
                .ShouldBeLessThanOrEqualTo(1 + code.Resends.Length, $"codes for {number}");
            durable.Bare.CodeDesk.EnteredFor(number)
                .ShouldBeLessThanOrEqualTo(code.Tries.Length, $"payments of {number}");
        }

        durable.Bare.Trades.Count(static t => t.Stage == Channel.TradeStage.Paid)
            .ShouldBe(order.State == OrderState.Success ? 1 : 0);
    }
}
