using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class RevokeRulesTests
{
    [Fact]
    public void An_unpaid_attempt_that_is_cancelled_ends_the_order()
    {
        var moved = OrderRules.Decide(An.ChargedOrder(), An.Revoke(), An.Noon)
            .ShouldBeOfType<Moved>();

        moved.Event.ShouldBe(OrderEvent.Revoked);
        moved.TellsMerchant.ShouldBeFalse();
        moved.Order.State.ShouldBe(OrderState.Revoked);
        moved.Order.ClosedAt.ShouldBe(An.Noon);
        moved.Order.Attempts[0].State.ShouldBe(AttemptState.Ended);
        WakeUpSchedule.NextAt(moved.Order).ShouldBeNull();
    }

    [Fact]
    public void A_paid_attempt_that_is_cancelled_is_booked_as_paid_and_given_back()
    {
        var moved = OrderRules.Decide(
            An.ChargedOrder(), An.Revoke(An.GivenBack()), An.Noon.AddSeconds(3))
            .ShouldBeOfType<Moved>();

        moved.Event.ShouldBe(OrderEvent.RevokedPaid);
        moved.Order.State.ShouldBe(OrderState.Revoked);
        moved.Order.Payment.ShouldBeNull();
        moved.Order.Attempts[0].State.ShouldBe(AttemptState.Succeeded);
        moved.Order.Attempts[0].ChannelTradeNo.ShouldBe("T1");
        moved.Order.Refunds.ShouldHaveSingleItem().ShouldBe(new Refund(
            1, 1, Money.OfFen(100), RefundOrigin.Cancel, RefundState.Succeeded,
            An.Noon.AddSeconds(3), EndedAt: An.Noon.AddSeconds(2)));
    }

    [Fact]
    public void A_repeated_cancel_moves_nothing()
    {
        var unpaid = An.Moved(An.ChargedOrder(), An.Revoke(), An.Noon);
        var paid = An.Moved(An.ChargedOrder(), An.Revoke(An.GivenBack()), An.Noon);

        OrderRules.Decide(unpaid, An.Revoke(), An.Noon).ShouldBe(new Replayed(unpaid));
        OrderRules.Decide(paid, An.Revoke(An.GivenBack()), An.Noon)
            .ShouldBe(new Replayed(paid));
    }

    [Fact]
    public void A_known_payment_that_the_cancel_gave_back_is_a_refund_and_news()
    {
        var paid = An.Moved(An.ChargedOrder(), An.Success(), An.Noon);

        var moved = OrderRules.Decide(paid, An.Revoke(An.GivenBack()), An.Noon)
            .ShouldBeOfType<Moved>();

        (moved.Event, moved.TellsMerchant, moved.Refund)
            .ShouldBe((OrderEvent.RevokedPaid, true, 1));
        moved.Order.State.ShouldBe(OrderState.Success);
        moved.Order.IsRefunded.ShouldBeTrue();
        moved.Order.RefundedOf(1).ShouldBe(Money.OfFen(100));
        OrderRules.Decide(moved.Order, An.Refund(fen: 1), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundExceedsPayment));
    }

    [Fact]
    public void A_cancel_gives_back_what_refunds_have_left()
    {
        var refunded = An.Moved(
            An.Moved(An.ChargedOrder(), An.Success(), An.Noon), An.Refund(fen: 30), An.Noon);

        var back = An.Moved(refunded, An.Revoke(An.GivenBack()), An.Noon);
        var whole = An.Moved(
            An.Moved(An.ChargedOrder(), An.Success(), An.Noon), An.Refund(fen: 100), An.Noon);

        back.Refunds[^1].Total.ShouldBe(Money.OfFen(70));
        OrderRules.Decide(whole, An.Revoke(An.GivenBack()), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.SuccessContradicted));
    }

    [Fact]
    public void What_is_paid_cannot_have_been_cancelled_unpaid()
        => OrderRules.Decide(An.PaidOrder(), An.Revoke(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.SuccessContradicted));

    [Fact]
    public void A_cancel_of_what_was_declined_can_still_find_it_paid()
    {
        var back = An.Moved(An.FailedOrder(), An.Revoke(An.GivenBack()), An.Noon);

        back.State.ShouldBe(OrderState.Revoked);
        back.RefundedOf(1).ShouldBe(Money.OfFen(100));
    }

    [Fact]
    public void A_cancel_of_one_attempt_leaves_the_other_to_be_paid()
    {
        var order = An.Moved(An.TwiceOpenOrder(), An.Revoke(), An.Noon);
        var paid = An.Moved(order, An.Success(attempt: 2, trade: "T2"), An.Noon);

        order.State.ShouldBe(OrderState.UserPaying);
        paid.Payment.ShouldNotBeNull().Attempt.ShouldBe(2);
    }

    [Fact]
    public void A_cancelled_attempt_of_a_paid_order_changes_no_more_than_itself()
    {
        var paid = An.Moved(
            An.TwiceOpenOrder(), An.Success(attempt: 2, trade: "T2"), An.Noon);

        var unpaid = An.Moved(paid, An.Revoke(), An.Noon);
        var back = An.Moved(paid, An.Revoke(An.GivenBack()), An.Noon);

        unpaid.State.ShouldBe(OrderState.Success);
        unpaid.Refunds.ShouldBeEmpty();
        back.IsRefunded.ShouldBeFalse();
        back.RefundedOf(1).ShouldBe(Money.OfFen(100));
        back.RefundedOf(2).ShouldBe(Money.OfFen(0));
    }

    [Fact]
    public void What_is_cancelled_at_another_account_or_never_made_is_refused()
    {
        OrderRules.Decide(An.ChargedOrder(), new Revoke(1, "other", null), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.AccountDiffers));
        OrderRules.Decide(An.ChargedOrder(), An.Revoke(attempt: 2), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.AttemptUnknown));
    }

    [Theory]
    [InlineData("Revive")]
    [InlineData("Refund")]
    public void Money_after_a_cancel_that_said_unpaid_follows_the_applications_choice(
        string choice)
    {
        var late = Enum.Parse<LateSuccess>(choice);
        var revoked = An.Moved(An.ChargedOrder(late), An.Revoke(), An.Noon);

        var moved = OrderRules.Decide(revoked, An.Success(), An.Noon).ShouldBeOfType<Moved>();

        if (late == LateSuccess.Revive)
        {
            (moved.Event, moved.TellsMerchant).ShouldBe((OrderEvent.Revived, true));
            moved.Order.State.ShouldBe(OrderState.Success);
        }
        else
        {
            moved.Order.State.ShouldBe(OrderState.Revoked);
            moved.Order.Refunds.ShouldHaveSingleItem().Origin
                .ShouldBe(RefundOrigin.LateSuccess);
        }
    }

    [Theory]
    [InlineData("Revive")]
    [InlineData("Refund")]
    public void News_of_a_payment_that_a_cancel_gave_back_is_known_already(string choice)
    {
        var revoked = An.Moved(
            An.ChargedOrder(Enum.Parse<LateSuccess>(choice)), An.Revoke(An.GivenBack()),
            An.Noon);

        OrderRules.Decide(revoked, An.Success(), An.Noon).ShouldBe(new Replayed(revoked));
        OrderRules.Decide(revoked, An.Success(trade: "T2"), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.TradeNumberDiffers));
    }

    [Fact]
    public void The_merchant_cancels_what_no_channel_can_take_money_for()
    {
        var fresh = An.Moved(An.Order(), new CancelOrder(), An.Noon);
        var failed = An.Moved(An.FailedOrder(), new CancelOrder(), An.Noon);

        fresh.State.ShouldBe(OrderState.Revoked);
        failed.State.ShouldBe(OrderState.Revoked);
        OrderRules.Decide(fresh, new CancelOrder(), An.Noon).ShouldBe(new Replayed(fresh));
        OrderRules.Decide(An.ChargedOrder(), new CancelOrder(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        OrderRules.Decide(An.ClosedOrder(default), new CancelOrder(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.OrderClosed));
    }

    [Fact]
    public void A_cancel_that_found_the_payment_known_is_done_for_the_merchant_too()
    {
        var paid = An.Moved(An.ChargedOrder(), An.Success(), An.Noon);
        var back = An.Moved(paid, An.Revoke(An.GivenBack()), An.Noon);

        OrderRules.Decide(back, new CancelOrder(), An.Noon).ShouldBe(new Replayed(back));
        OrderRules.Decide(paid, new CancelOrder(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.OrderPaid));
        OrderRules.Decide(An.RefundedOrder(), new CancelOrder(), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.OrderPaid));
    }
}
