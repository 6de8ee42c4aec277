using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Seams;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>
/// The process dies once at every place where it meets the world, before and after the effect. The
/// order ends as if nothing had happened.
/// </summary>
public sealed class CrashTests(KeyFolder keys, MerchantServer server)
{
    /// <summary>The names of the roads.</summary>
    public static TheoryData<string> Roads => [.. Scenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Roads))]
    public Task A_payment_survives_a_crash_at_every_crossing(string road)
        => EveryCrossing.CrashAsync(road, crash => WalkAsync(road, crash));

    /// <summary><c>Success; Merchant 40 Succeeded; Merchant 60 Failed</c>.</summary>
    private static string EndOf(Order order)
        => string.Join("; ", order.Refunds
            .Select(static r => $"{r.Origin} {r.Total.Fen} {r.State}")
            .Prepend(order.State.ToString()));

    private async Task<IReadOnlyList<string>> WalkAsync(string name, OneCrash crash)
    {
        var road = Scenarios.All[name];
        await using var world = new SimWorld(keys, server);
        var invariants = new Invariants(world);
        world.AfterStep = invariants.HoldNow;
        world.Durable.Door.Mishaps = crash;

        await road.Walk(new Scenario(world, road.App));
        await world.RunToQuietAsync();

        var order = world.Durable.Orders.Orders.ShouldHaveSingleItem();
        var ends = crash.Happened ? road.Ends : road.Ends.Take(1);
        ends.ShouldContain(EndOf(order));
        world.Durable.DeadLetters.All.ShouldBeEmpty();
        await invariants.HoldAtTheEndAsync();
        invariants.NothingSpins();
        return crash.Crossed;
    }
}
