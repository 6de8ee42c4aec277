using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Seams;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>
/// The process dies once at every place where it meets the world while an agreement is signed,
/// debited and ended. The books of gateway and channel end as if nothing had happened.
/// </summary>
public sealed class AgreementCrashTests(KeyFolder keys, MerchantServer server)
{
    /// <summary>The names of the roads.</summary>
    public static TheoryData<string> Roads => [.. AgreementRoads.All.Keys];

    [Theory]
    [MemberData(nameof(Roads))]
    public Task An_agreement_survives_a_crash_at_every_crossing(string road)
        => EveryCrossing.CrashAsync(road, crash => WalkAsync(road, crash));

    private async Task<IReadOnlyList<string>> WalkAsync(string road, OneCrash crash)
    {
        var (ends, walk) = AgreementRoads.All[road];
        await using var world = new SimWorld(keys, server);
        var invariants = new Invariants(world);
        world.AfterStep = invariants.HoldNow;
        world.Durable.Door.Mishaps = crash;
        var scenario = new AgreementScenario(world);

        await walk(scenario);
        await world.RunToQuietAsync();

        invariants.HoldNow();
        var agreement = world.Durable.Orders.Orders.Single(o => o.Id == scenario.Id);
        ends.ShouldContain(EndOf(agreement));
        BothBooksAgree(world.Durable, agreement);
        world.Durable.DeadLetters.All.ShouldBeEmpty();
        world.Durable.Alarms.Lines.ShouldBeEmpty();
        await new JournalCheck(world.Durable).HoldAtTheEndAsync();
        return crash.Crossed;
    }

    /// <summary><c>D-1 60 Succeeded; Merchant</c>.</summary>
    private static string EndOf(Order agreement)
    {
        agreement.End.ShouldNotBeNull().EndedAt.ShouldNotBeNull();
        return string.Join("; ",
        [
            .. agreement.Captures.Select(static c => $"{c.OutTradeNo} {c.Total.Fen} {c.State}"),
            $"{agreement.End.By}",
        ]);
    }

    private static void BothBooksAgree(Durable durable, Order agreement)
    {
        var signed = durable.Full.Trades.Single(
            t => t.Number == new ChannelOrderNo(agreement.Id, 1));
        signed.IsOver.ShouldBeTrue("it is still in force at the channel");
        durable.Full.TakenOf(signed).ShouldBe(agreement.Debited.Fen);
        durable.Full.Complaints.ShouldBeEmpty();
        foreach (var payment in durable.Orders.Orders.Where(o => o.Id != agreement.Id))
        {
            payment.Terms.Debit.ShouldNotBeNull().Agreement.ShouldBe(agreement.Id);
            payment.State.ShouldBe(
                agreement.FindCapture(payment.OutTradeNo) is null
                    ? OrderState.Closed
                    : OrderState.Success);
        }
    }
}
