using PayFunctions.Sandbox.Day;
using PayFunctions.Sandbox.Launcher;
using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Tests.Sandbox.Day;

public sealed class DayPlanTests
{
    private static readonly IReadOnlyList<ShopChannel> Ways =
    [
        .. SandboxChannels.All.SelectMany(static c => c.Products)
            .Where(static p => p.Kind != ShopChannelKind.Barcode),
    ];

    [Fact]
    public void The_same_seed_is_the_same_day_and_another_is_another()
    {
        var plan = DayPlan.Draw(new DayOptions { Seed = 7 }, Ways);

        DayPlan.Draw(new DayOptions { Seed = 7 }, Ways).ShouldBe(plan);
        DayPlan.Draw(new DayOptions { Seed = 8 }, Ways).ShouldNotBe(plan);
    }

    [Fact]
    public void A_day_has_every_way_to_pay_every_act_refunds_and_faults()
    {
        var plan = DayPlan.Draw(new DayOptions(), Ways);

        plan.Count.ShouldBe(300);
        plan.Select(static o => o.Hour).ShouldBeInOrder();
        plan.ShouldAllBe(static o => o.Hour >= 0 && o.Hour < DayPlan.Hours);
        plan.Select(static o => o.Channel).Distinct().Count().ShouldBe(Ways.Count);
        plan.Select(static o => o.Act).Distinct().Count()
            .ShouldBe(Enum.GetValues<PayerAct>().Length);
        plan.Count(static o => o.Act is PayerAct.Pays).ShouldBeGreaterThan(200);
        plan.Count(static o => o.RefundPercent > 0).ShouldBeInRange(20, 80);
        plan.Count(static o => o.Fault is not null).ShouldBeInRange(10, 60);
        plan.Count(static o => o.Hour == 12).ShouldBeGreaterThan(
            plan.Count(static o => o.Hour == 3));
    }

    [Theory]
    [InlineData(60, 1440)]
    [InlineData(86_400, 1)]
    public void A_day_goes_as_much_faster_as_it_is_shorter(int seconds, double pace)
        => new DayOptions { Seconds = seconds }.Pace.ShouldBe(pace);
}
