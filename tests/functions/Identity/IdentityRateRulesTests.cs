using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Identity;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Identity;

public sealed class IdentityRateRulesTests
{
    [Fact]
    public void An_hours_checks_may_be_asked_for_at_once_and_then_one_by_one()
    {
        IdentityRate? rate = null;
        for (var i = 0; i < 60; i++)
        {
            (rate, var wait) = IdentityRateRules.Take(rate, 60, An.Noon);
            wait.ShouldBeNull();
        }

        var (none, pause) = IdentityRateRules.Take(rate, 60, An.Noon);
        var (early, _) = IdentityRateRules.Take(
            rate, 60, An.Noon + pause!.Value - TimeSpan.FromTicks(1));
        var (next, _) = IdentityRateRules.Take(rate, 60, An.Noon + pause.Value);

        none.ShouldBeNull();
        pause.Value.ShouldBe(TimeSpan.FromMinutes(1));
        early.ShouldBeNull();
        next.ShouldNotBeNull();
    }

    [Fact]
    public void Who_may_have_none_waits_for_nothing()
        => IdentityRateRules.Take(null, 0, An.Noon).ShouldBe((null, null));

    [Fact]
    public void A_clock_that_goes_back_gives_nothing_and_takes_nothing()
    {
        var (rate, _) = IdentityRateRules.Take(null, 2, An.Noon);

        var (next, _) = IdentityRateRules.Take(rate, 2, An.Noon.AddHours(-3));

        next.ShouldNotBeNull().Left.ShouldBe(0);
    }

    [Fact]
    public void In_no_hour_are_there_more_than_twice_as_many()
        => Prop.ForAll(
            Gen.Choose(1, 30).ToArbitrary(),
            Gen.ArrayOf(Gen.Choose(0, 4_000)).ToArbitrary(),
            static (perHour, pauses) =>
            {
                var taken = Taken(perHour, pauses);
                return taken.TrueForAll(start => taken.Count(
                    t => t >= start && t < start.AddHours(1)) <= 2 * perHour);
            }).QuickCheckThrowOnFailure();

    private static List<DateTimeOffset> Taken(int perHour, int[] pauses)
    {
        var now = An.Noon;
        IdentityRate? rate = null;
        List<DateTimeOffset> taken = [];
        foreach (var pause in pauses)
        {
            now = now.AddSeconds(pause);
            while (IdentityRateRules.Take(rate, perHour, now).Next is { } next)
            {
                rate = next;
                taken.Add(now);
            }
        }

        return taken;
    }
}
