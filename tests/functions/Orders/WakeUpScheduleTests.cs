using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class WakeUpScheduleTests
{
    private static readonly WakeUp Standing = new("m", "r", An.Noon + TimeSpan.FromMinutes(5));

    [Fact]
    public void An_order_that_is_over_needs_no_wake_up()
    {
        WakeUpSchedule.NextAt(An.PaidOrder()).ShouldBeNull();
        WakeUpSchedule.NextAt(An.ClosedOrder(default)).ShouldBeNull();
        WakeUpSchedule.NextAt(An.RevokedOrder(default)).ShouldBeNull();
        WakeUpSchedule.NextAt(An.RefundedOrder()).ShouldBeNull();
    }

    [Fact]
    public void A_refund_under_way_wakes_a_paid_order()
        => WakeUpSchedule.NextAt(An.RefundingOrder()).ShouldBe(An.Noon.AddSeconds(20));

    [Fact]
    public void What_is_due_first_decides()
    {
        var paid = An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon);
        var refunding = An.Moved(paid, An.Refund(), An.Noon.AddSeconds(-40));

        WakeUpSchedule.NextAt(paid).ShouldBe(An.Noon);
        WakeUpSchedule.NextAt(refunding).ShouldBe(An.Noon.AddSeconds(-20));
    }

    [Fact]
    public void A_refund_of_ours_that_waits_for_its_new_number_is_not_forgotten()
    {
        var owing = An.Moved(An.ClosedOrder(LateSuccess.Refund), An.Success(), An.Noon);
        var failed = An.Moved(owing, new FailRefund(1, "no", NeedsHuman: false), An.Noon);

        WakeUpSchedule.NextAt(failed).ShouldBe(An.Noon.AddHours(1));
    }

    [Fact]
    public void The_message_of_an_order_with_nothing_due_may_have_been_taken_back()
    {
        WakeUpSchedule.StandingOf(An.OpenOrder() with { WakeUp = Standing }).ShouldBe(Standing);
        WakeUpSchedule.StandingOf(An.RefundingOrder() with { WakeUp = Standing })
            .ShouldBe(Standing);
        WakeUpSchedule.StandingOf(An.PaidOrder() with { WakeUp = Standing }).ShouldBeNull();
        WakeUpSchedule.StandingOf(null).ShouldBeNull();
    }

    [Fact]
    public void A_standing_message_is_enough_when_it_comes_early_enough()
    {
        WakeUpSchedule.NeedsMessage(Standing, An.Noon + TimeSpan.FromMinutes(5), An.Noon)
            .ShouldBeFalse();
        WakeUpSchedule.NeedsMessage(Standing, An.Noon + TimeSpan.FromMinutes(4), An.Noon)
            .ShouldBeTrue();
        WakeUpSchedule.NeedsMessage(
            Standing, An.Noon + TimeSpan.FromMinutes(9), An.Noon + TimeSpan.FromMinutes(5))
            .ShouldBeTrue();
        WakeUpSchedule.NeedsMessage(null, An.Noon, An.Noon).ShouldBeTrue();
    }
}
