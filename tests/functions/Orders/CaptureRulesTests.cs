using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class CaptureRulesTests
{
    [Fact]
    public void What_is_held_can_be_captured_and_let_go_until_nothing_is_left()
    {
        var order = An.HeldOrder();

        order = An.Moved(order, An.Capture("C-1", 40), An.Noon);
        order = An.Moved(order, new SettleCapture(1, An.Noon), An.Noon);
        order = An.Moved(order, An.Release("V-1", 10), An.Noon);
        order = An.Moved(order, An.Capture("C-2", 50), An.Noon);

        order.Remaining.Fen.ShouldBe(0);
        OrderRules.Decide(order, An.Capture("C-3", 1), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.NothingHeld));
        OrderRules.Decide(order, An.Release("V-2"), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.NothingHeld));
    }

    [Fact]
    public void The_last_capture_lets_the_rest_go()
    {
        var order = An.CapturedOrder(final: true);

        order.Remaining.Fen.ShouldBe(0);
        var rest = order.Refunds.ShouldHaveSingleItem();
        (rest.Total.Fen, rest.Origin, rest.State).ShouldBe(
            (60, RefundOrigin.FinalCapture, RefundState.Succeeded));
        order.NumberOf(rest).ToString().ShouldEndWith("R001");
    }

    [Fact]
    public void While_the_last_capture_is_under_way_nothing_else_is_taken_or_let_go()
    {
        var order = An.CapturingOrder(final: true);

        OrderRules.Decide(order, An.Capture("C-2", 1), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.NothingHeld));
        OrderRules.Decide(order, An.Release(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.NothingHeld));
    }

    [Fact]
    public void The_last_capture_waits_for_whatever_is_under_way()
    {
        OrderRules.Decide(An.CapturingOrder(), An.Capture("C-2", 1, final: true), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.HoldBusy));
        OrderRules.Decide(An.ReleasingOrder(), An.Capture("C-2", 1, final: true), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.HoldBusy));
    }

    [Fact]
    public void A_capture_that_failed_leaves_its_amount_held()
    {
        var order = An.Moved(An.CapturingOrder(final: true), new FailCapture(1), An.Noon);

        order.Remaining.Fen.ShouldBe(100);
        order.Refunds.ShouldBeEmpty();
        An.Moved(order, An.Capture("C-2", 100), An.Noon).Remaining.Fen.ShouldBe(0);
    }

    [Fact]
    public void Money_that_was_taken_after_all_counts_while_there_is_room_for_it()
    {
        var failed = An.Moved(An.CapturingOrder(), new FailCapture(1), An.Noon);
        var full = An.Moved(failed, An.Capture("C-2", 61), An.Noon);

        An.Moved(failed, new SettleCapture(1, An.Noon), An.Noon).Remaining.Fen.ShouldBe(60);
        OrderRules.Decide(full, new SettleCapture(1, An.Noon), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.ExceedsHold));
    }

    [Fact]
    public void A_release_without_an_amount_is_of_all_that_is_left()
    {
        var order = An.Moved(An.CapturedOrder(), An.Release(), An.Noon);

        order.Refunds.ShouldHaveSingleItem().Total.Fen.ShouldBe(60);
        OrderRules.Decide(order, An.Release(), An.Noon).ShouldBe(new Replayed(order));
    }

    [Fact]
    public void A_release_that_failed_is_the_merchants_to_try_again()
    {
        var order = An.Moved(
            An.ReleasingOrder(), new FailRefund(1, "no", NeedsHuman: false), An.Noon);

        order.Remaining.Fen.ShouldBe(100);
        order.Refunds.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_left_is_let_go_by_itself_a_few_times_with_a_pause()
    {
        var order = An.HeldOrder();
        var now = An.Noon + An.HoldFor;
        CaptureRules.ReleaseAt(order).ShouldBe(now);
        OrderRules.Decide(order, new ExpireHold(), now.AddTicks(-1)).ShouldBeOfType<Replayed>();

        for (var number = 1; number <= RefundRules.MaxOwnTries; number++)
        {
            now = CaptureRules.ReleaseAt(order).ShouldNotBeNull();
            order = An.Moved(order, new ExpireHold(), now);
            order.Refunds[^1].Origin.ShouldBe(RefundOrigin.HoldExpired);
            CaptureRules.ReleaseAt(order).ShouldBeNull();
            order = An.Moved(
                order, new FailRefund(number, "no", NeedsHuman: false), now);
        }

        order.Refunds.Length.ShouldBe(RefundRules.MaxOwnTries);
        CaptureRules.ReleaseAt(order).ShouldBeNull();
        WakeUpSchedule.NextAt(order).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_let_go_by_itself_while_a_capture_is_under_way()
    {
        CaptureRules.ReleaseAt(An.CapturingOrder()).ShouldBeNull();
        OrderRules.Decide(An.CapturingOrder(), new ExpireHold(), An.Noon + An.HoldFor)
            .ShouldBeOfType<Replayed>();
    }

    [Fact]
    public void A_hold_is_never_refunded_and_a_payment_never_captured()
    {
        OrderRules.Decide(An.HeldOrder(), An.Refund(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.OrderNotPaid));
        OrderRules.Decide(An.PaidOrder(), An.Capture(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.NothingHeld));
        OrderRules.Decide(An.PaidOrder(), An.Release(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.NothingHeld));
    }

    [Fact]
    public void What_a_capture_becomes_is_tried_once()
    {
        var terms = An.Terms() with
        {
            Capture = new CaptureTerms(An.HeldOrder().Id, 1, 1, An.Product, "T1", IsFinal: false),
        };
        var open = new OpenAttempt("alipay_capture", An.Account);
        var declined = An.Moved(
            An.Moved(An.Moved(null, An.Create(terms), An.Noon), open, An.Noon),
            new Decline(1, An.Account), An.Noon);

        OrderRules.Decide(declined, open, An.Noon).ShouldBe(new Replayed(declined));
    }

    [Fact]
    public void A_hold_takes_so_many_captures()
    {
        var order = An.HeldOrder();
        for (var number = 1; number <= CaptureRules.MaxCaptures; number++)
        {
            order = An.Moved(order, An.Capture($"C-{number}", 1), An.Noon);
            order = An.Moved(order, new FailCapture(number), An.Noon);
        }

        OrderRules.Decide(order, An.Capture("C-51", 1), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.TooManyCaptures));
    }
}
