using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class RefundRulesTests
{
    [Fact]
    public void A_refund_is_under_way_once_it_is_asked_for()
    {
        var moved = OrderRules.Decide(
            An.PaidOrder(), An.Refund(reason: "broken cup"), An.Noon).ShouldBeOfType<Moved>();

        moved.Event.ShouldBe(OrderEvent.RefundRequested);
        moved.TellsMerchant.ShouldBeFalse();
        moved.Order.State.ShouldBe(OrderState.Success);
        moved.Order.Refunds.ShouldHaveSingleItem().ShouldBe(new Refund(
            1, 1, Money.OfFen(40), RefundOrigin.Merchant, RefundState.Processing, An.Noon,
            "R-1", "broken cup", An.Noon.AddSeconds(20)));
    }

    [Fact]
    public void The_same_number_gets_the_same_refund_whatever_became_of_it()
    {
        var refunding = An.RefundingOrder();
        Order[] fates =
        [
            refunding,
            An.Moved(refunding, new SettleRefund(1, null, null), An.Noon),
            An.Moved(refunding, new FailRefund(1, "no", NeedsHuman: false), An.Noon),
            An.Moved(refunding, new FailRefund(1, "stuck", NeedsHuman: true), An.Noon),
        ];

        foreach (var order in fates)
        {
            OrderRules.Decide(order, An.Refund(), An.Noon).ShouldBe(new Replayed(order));
        }
    }

    [Theory]
    [InlineData(41, null)]
    [InlineData(40, "broken cup")]
    public void The_same_number_with_other_content_is_refused(long fen, string? reason)
        => OrderRules.Decide(
            An.RefundingOrder(), An.Refund(fen: fen, reason: reason), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundContentDiffers));

    [Fact]
    public void Only_what_is_paid_can_be_refunded()
    {
        Order[] unpaid =
        [
            An.Order(), An.OpenOrder(), An.FailedOrder(), An.ClosedOrder(default),
            An.RevokedOrder(default),
            An.Moved(An.ChargedOrder(), An.Revoke(An.GivenBack()), An.Noon),
            An.Moved(An.ClosedOrder(LateSuccess.Refund), An.Success(), An.Noon),
        ];

        foreach (var order in unpaid)
        {
            OrderRules.Decide(order, An.Refund(), An.Noon)
                .ShouldBe(new Refused(OrderRefusal.OrderNotPaid));
        }
    }

    [Fact]
    public void What_is_under_way_counts_as_gone()
    {
        var refunding = An.Moved(An.PaidOrder(), An.Refund("R-1", 60), An.Noon);

        OrderRules.Decide(refunding, An.Refund("R-2", 41), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundExceedsPayment));
        An.Moved(refunding, An.Refund("R-2", 40), An.Noon)
            .RefundedOf(1).ShouldBe(Money.OfFen(100));
    }

    [Fact]
    public void A_failed_refund_frees_its_sum_and_an_abnormal_one_does_not()
    {
        var whole = An.Moved(An.PaidOrder(), An.Refund("R-1", 100), An.Noon);
        var failed = An.Moved(whole, new FailRefund(1, "no", NeedsHuman: false), An.Noon);
        var stuck = An.Moved(whole, new FailRefund(1, "stuck", NeedsHuman: true), An.Noon);

        failed.RefundedOf(1).ShouldBe(Money.OfFen(0));
        OrderRules.Decide(failed, An.Refund("R-2", 100), An.Noon).ShouldBeOfType<Moved>();
        stuck.Refunds[0].State.ShouldBe(RefundState.Abnormal);
        OrderRules.Decide(stuck, An.Refund("R-2", 1), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundExceedsPayment));
    }

    [Fact]
    public void Money_of_another_attempt_does_not_count_for_the_payment()
    {
        var paid = An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon);
        var twice = An.Moved(paid, An.Success(attempt: 2, trade: "T2"), An.Noon);

        var refunding = An.Moved(twice, An.Refund(fen: 100), An.Noon);

        refunding.RefundedOf(1).ShouldBe(Money.OfFen(100));
        refunding.RefundedOf(2).ShouldBe(Money.OfFen(100));
        refunding.IsRefunded.ShouldBeFalse();
    }

    [Fact]
    public void An_order_takes_fifty_refunds_those_that_failed_included()
    {
        var order = An.PaidOrder();
        for (var i = 1; i <= RefundRules.MaxRefunds; i++)
        {
            order = An.Moved(order, An.Refund($"R-{i}", 1), An.Noon);
            order = An.Moved(order, new FailRefund(i, "no", NeedsHuman: false), An.Noon);
        }

        OrderRules.Decide(order, An.Refund("one more", 1), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.TooManyRefunds));
        OrderRules.Decide(order, An.Refund("R-7", 1), An.Noon).ShouldBe(new Replayed(order));
    }

    [Fact]
    public void A_refund_that_reached_the_payer_is_news()
    {
        var moved = OrderRules.Decide(
            An.RefundingOrder(), new SettleRefund(1, "C1", An.Noon.AddSeconds(-1)), An.Noon)
            .ShouldBeOfType<Moved>();

        (moved.Event, moved.TellsMerchant, moved.Refund)
            .ShouldBe((OrderEvent.Refunded, true, 1));
        var refund = moved.Order.Refunds[0];
        (refund.State, refund.ChannelRefundNo, refund.EndedAt, refund.AskAt)
            .ShouldBe((RefundState.Succeeded, "C1", An.Noon.AddSeconds(-1), null));
        moved.Order.IsRefunded.ShouldBeTrue();
    }

    [Fact]
    public void A_channel_that_names_no_time_is_taken_to_mean_now()
        => An.Moved(An.RefundingOrder(), new SettleRefund(1, null, null), An.Noon.AddDays(1))
            .Refunds[0].EndedAt.ShouldBe(An.Noon.AddDays(1));

    [Theory]
    [InlineData(false, "Failed")]
    [InlineData(true, "Abnormal")]
    public void A_refund_that_failed_is_news_too(bool needsHuman, string state)
    {
        var moved = OrderRules.Decide(
            An.RefundingOrder(), new FailRefund(1, "no money", needsHuman), An.Noon)
            .ShouldBeOfType<Moved>();

        (moved.Event, moved.TellsMerchant, moved.Refund)
            .ShouldBe((OrderEvent.RefundFailed, true, 1));
        var refund = moved.Order.Refunds.ShouldHaveSingleItem();
        refund.State.ShouldBe(Enum.Parse<RefundState>(state));
        refund.Failure.ShouldBe("no money");
        moved.Order.IsRefunded.ShouldBeFalse();
    }

    [Fact]
    public void What_a_channel_repeats_moves_nothing()
    {
        var done = An.RefundedOrder();
        var stuck = An.Moved(
            An.RefundingOrder(), new FailRefund(1, "stuck", NeedsHuman: true), An.Noon);
        var failed = An.Moved(
            An.RefundingOrder(), new FailRefund(1, "no", NeedsHuman: false), An.Noon);

        OrderRules.Decide(done, new SettleRefund(1, "C1", null), An.Noon)
            .ShouldBe(new Replayed(done));
        OrderRules.Decide(stuck, new FailRefund(1, "stuck", NeedsHuman: true), An.Noon)
            .ShouldBe(new Replayed(stuck));
        OrderRules.Decide(failed, new FailRefund(1, "no", NeedsHuman: false), An.Noon)
            .ShouldBe(new Replayed(failed));
        OrderRules.Decide(failed, new UndecidedRefund(1), An.Noon)
            .ShouldBe(new Replayed(failed));
    }

    [Fact]
    public void A_channel_that_takes_back_what_it_said_is_refused()
    {
        var failed = An.Moved(
            An.RefundingOrder(), new FailRefund(1, "no", NeedsHuman: false), An.Noon);

        OrderRules.Decide(failed, new SettleRefund(1, "C1", null), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundContradicted));
        OrderRules.Decide(
            An.RefundedOrder(), new FailRefund(1, "no", NeedsHuman: false), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundContradicted));
        OrderRules.Decide(An.RefundedOrder(), new SettleRefund(2, "C1", null), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.RefundUnknown));
    }

    [Fact]
    public void What_a_human_put_right_ends_as_the_channel_says()
    {
        var stuck = An.Moved(
            An.RefundingOrder(), new FailRefund(1, "stuck", NeedsHuman: true), An.Noon);

        An.Moved(stuck, new SettleRefund(1, "C1", null), An.Noon)
            .Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Succeeded);
        An.Moved(stuck, new FailRefund(1, "given up", NeedsHuman: false), An.Noon)
            .RefundedOf(1).ShouldBe(Money.OfFen(0));
    }

    [Fact]
    public void No_verdict_asks_again_after_a_growing_pause()
    {
        var once = An.Moved(An.RefundingOrder(), new UndecidedRefund(1), An.Noon);
        var twice = An.Moved(once, new UndecidedRefund(1), An.Noon);

        (once.Refunds[0].Asks, once.Refunds[0].AskAt).ShouldBe((1, An.Noon.AddSeconds(20)));
        (twice.Refunds[0].Asks, twice.Refunds[0].AskAt).ShouldBe((2, An.Noon.AddSeconds(40)));
    }
}
