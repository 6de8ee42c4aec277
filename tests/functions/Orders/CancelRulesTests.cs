using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class CancelRulesTests
{
    private static readonly RevokedPayment Back = new("T1", An.Noon);

    [Fact]
    public void A_cancel_that_is_asked_is_asked_again_until_it_is_answered()
    {
        var order = An.CancellingOrder();
        var now = An.Noon;
        List<TimeSpan> pauses = [];
        for (var i = 0; i < 10; i++)
        {
            order = An.Moved(order, new Undecided(1), now);
            pauses.Add(order.Attempts[0].AskAt!.Value - now);
            now += pauses[^1];
        }

        pauses[0].ShouldBe(AskSchedule.PollEvery);
        pauses.ShouldBeInOrder();
        pauses[^1].ShouldBeLessThanOrEqualTo(AskSchedule.Longest);
    }

    [Fact]
    public void Asking_twice_is_asking_once()
    {
        var order = An.CancellingOrder();

        OrderRules.Decide(order, new BeginCancel(1), An.Noon).ShouldBe(new Replayed(order));
        OrderRules.Decide(order, new BeginCancel(9), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.AttemptUnknown));
    }

    [Fact]
    public void A_success_that_is_told_before_the_cancel_is_answered_waits()
    {
        var order = An.CancellingOrder();

        var early = OrderRules.Decide(order, An.Success(), An.Noon);
        var given = An.Moved(order, new Revoke(1, An.Account, Back), An.Noon);
        var late = OrderRules.Decide(given, An.Success(), An.Noon);

        early.ShouldBe(new Refused(OrderRefusal.CancelUnderWay));
        given.State.ShouldBe(OrderState.Revoked);
        given.Refunds.ShouldHaveSingleItem().Origin.ShouldBe(RefundOrigin.Cancel);
        late.ShouldBe(new Replayed(given));
    }

    [Fact]
    public void An_end_that_is_told_before_the_cancel_is_answered_ends_nothing()
    {
        var order = An.CancellingOrder();

        OrderRules.Decide(order, new Decline(1, An.Account), An.Noon)
            .ShouldBe(new Replayed(order));
    }

    [Fact]
    public void Nothing_is_opened_charged_or_closed_while_a_cancel_is_under_way()
    {
        var order = An.CancellingOrder();

        Decide(new OpenAttempt(An.Product, An.Account))
            .ShouldBe(new Refused(OrderRefusal.CancelUnderWay));
        Decide(new ChargeCode("alipay_barcode", An.Account, "digest"))
            .ShouldBe(new Refused(OrderRefusal.CancelUnderWay));
        Decide(new Close([1])).ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        Decide(new Close([], [1])).ShouldBe(new Refused(OrderRefusal.AttemptOpen));

        OrderDecision Decide(OrderCommand command)
            => OrderRules.Decide(order, command, An.Noon);
    }

    [Fact]
    public void A_cancel_that_the_channel_refuses_lets_the_success_count()
    {
        var dropped = An.Moved(An.CancellingOrder(), new DropCancel(1), An.Noon);

        var paid = An.Moved(dropped, An.Success(), An.Noon);

        dropped.Attempts[0].AskAt.ShouldBe(An.Noon);
        paid.State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public void A_refused_cancel_that_was_never_asked_moves_nothing()
    {
        var order = An.OpenOrder();

        OrderRules.Decide(order, new DropCancel(1), An.Noon).ShouldBe(new Replayed(order));
    }

    [Fact]
    public void A_cancel_of_what_another_attempt_paid_leaves_the_order_paid()
    {
        var two = An.Moved(An.OpenOrder(), new OpenAttempt("alipay_wap", An.Account), An.Noon);
        var asked = An.Moved(two, new BeginCancel(1), An.Noon);
        var paid = An.Moved(asked, An.Success(attempt: 2, trade: "T2"), An.Noon);

        var given = An.Moved(paid, new Revoke(1, An.Account, Back), An.Noon);

        given.State.ShouldBe(OrderState.Success);
        given.Payment!.Attempt.ShouldBe(2);
        given.Refunds.ShouldHaveSingleItem().Attempt.ShouldBe(1);
    }

    [Fact]
    public void A_trade_that_is_called_ended_once_all_of_it_went_back_contradicts_nothing()
    {
        var refund = new RequestRefund("R-1", Money.OfFen(100), null);
        var refunded = An.Moved(
            An.Moved(An.PaidOrder(), refund, An.Noon), new SettleRefund(1, "C1", An.Noon), An.Noon);

        OrderRules.Decide(refunded, new Decline(1, An.Account), An.Noon)
            .ShouldBe(new Replayed(refunded));
        OrderRules.Decide(An.RefundedOrder(), new Decline(1, An.Account), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.SuccessContradicted));
    }

    [Fact]
    public void News_that_a_refund_is_stuck_after_it_arrived_is_old()
    {
        var stuck = An.Moved(
            An.RefundingOrder(), new FailRefund(1, "stuck", NeedsHuman: true), An.Noon);
        var arrived = An.Moved(stuck, new SettleRefund(1, "C1", An.Noon), An.Noon);

        OrderRules.Decide(arrived, new FailRefund(1, "stuck", NeedsHuman: true), An.Noon)
            .ShouldBe(new Replayed(arrived));
        OrderRules.Decide(arrived, new FailRefund(1, "refused", NeedsHuman: false), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundContradicted));
    }
}
