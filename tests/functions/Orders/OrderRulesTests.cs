using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class OrderRulesTests
{
    [Fact]
    public void A_success_pays_the_order_and_tells_the_merchant()
    {
        var order = An.OpenOrder();

        var moved = OrderRules.Decide(order, An.Success(), An.Noon).ShouldBeOfType<Moved>();

        moved.TellsMerchant.ShouldBeTrue();
        moved.Order.State.ShouldBe(OrderState.Success);
        moved.Order.Payment.ShouldBe(new Payment(1, "T1", An.Noon));
    }

    [Fact]
    public void An_equal_success_moves_nothing()
    {
        var paid = An.PaidOrder();

        var decision = OrderRules.Decide(paid, An.Success(), An.Noon);

        decision.ShouldBe(new Replayed(paid));
    }

    [Fact]
    public void A_second_success_opens_a_refund()
    {
        var two = An.Moved(An.OpenOrder(), new OpenAttempt("alipay_wap", An.Account), An.Noon);
        var paid = An.Moved(two, An.Success(attempt: 2, trade: "T2"), An.Noon);

        var moved = OrderRules.Decide(paid, An.Success(), An.Noon).ShouldBeOfType<Moved>();

        moved.TellsMerchant.ShouldBeFalse();
        moved.Order.Payment!.ChannelTradeNo.ShouldBe("T2");
        moved.Order.Refunds.Single().ShouldBe(new Refund(
            1, 1, Money.OfFen(100), RefundOrigin.SecondSuccess, RefundState.Processing, An.Noon,
            AskAt: An.Noon));
    }

    [Fact]
    public void A_success_after_close_revives_the_order_where_the_application_wants_it()
    {
        var closed = An.ClosedOrder(LateSuccess.Revive);

        var moved = OrderRules.Decide(closed, An.Success(), An.Noon).ShouldBeOfType<Moved>();

        moved.Event.ShouldBe(OrderEvent.Revived);
        moved.TellsMerchant.ShouldBeTrue();
        moved.Order.State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public void A_success_after_close_is_owed_back_where_the_application_wants_it()
    {
        var closed = An.ClosedOrder(LateSuccess.Refund);

        var moved = OrderRules.Decide(closed, An.Success(), An.Noon).ShouldBeOfType<Moved>();

        moved.Order.State.ShouldBe(OrderState.Closed);
        moved.Order.Refunds.Single().Origin.ShouldBe(RefundOrigin.LateSuccess);
        OrderRules.Decide(moved.Order, An.Success(), An.Noon).ShouldBeOfType<Replayed>();
    }

    [Fact]
    public void Opening_the_same_product_again_reuses_the_attempt()
    {
        var order = An.OpenOrder();

        var decision = OrderRules.Decide(
            order, new OpenAttempt(An.Product, An.Account), An.Noon);

        decision.ShouldBe(new Replayed(order));
    }

    [Fact]
    public void Attempts_have_a_limit()
    {
        var order = An.Order();
        for (var i = 0; i < AttemptRules.MaxAttempts; i++)
        {
            order = An.Moved(order, new OpenAttempt($"product{i}", An.Account), An.Noon);
        }

        var decision = OrderRules.Decide(
            order, new OpenAttempt("one more", An.Account), An.Noon);

        decision.ShouldBe(new Refused(OrderRefusal.TooManyAttempts));
    }

    [Fact]
    public void A_payer_may_try_again_after_the_channel_ended_an_attempt()
    {
        var failed = An.FailedOrder();

        var moved = OrderRules.Decide(
            failed, new OpenAttempt(An.Product, An.Account), An.Noon).ShouldBeOfType<Moved>();

        moved.Order.State.ShouldBe(OrderState.UserPaying);
        moved.Order.Attempts.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    [InlineData(2, 40)]
    [InlineData(3, 60)]
    [InlineData(1000, 60)]
    public void Questions_are_asked_at_growing_pauses(int asks, int minutes)
        => AskSchedule.PauseAfter(asks).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void A_question_is_never_planned_beyond_the_expiry_that_is_still_to_come()
    {
        var late = An.Noon + TimeSpan.FromMinutes(115);
        var order = An.Moved(An.Order(), new OpenAttempt(An.Product, An.Account), late);

        order.Attempts.Single().AskAt.ShouldBe(order.ExpiresAt);
        WakeUpSchedule.NextAt(order).ShouldBe(order.ExpiresAt);
    }

    [Fact]
    public void A_terminal_order_needs_no_wake_up()
        => WakeUpSchedule.NextAt(An.PaidOrder()).ShouldBeNull();

    [Fact]
    public void A_standing_message_is_enough_when_it_comes_early_enough()
    {
        var standing = new WakeUp("m", "r", An.Noon + TimeSpan.FromMinutes(5));

        WakeUpSchedule.NeedsMessage(standing, An.Noon + TimeSpan.FromMinutes(5), An.Noon)
            .ShouldBeFalse();
        WakeUpSchedule.NeedsMessage(standing, An.Noon + TimeSpan.FromMinutes(4), An.Noon)
            .ShouldBeTrue();
        WakeUpSchedule.NeedsMessage(
            standing, An.Noon + TimeSpan.FromMinutes(9), An.Noon + TimeSpan.FromMinutes(5))
            .ShouldBeTrue();
        WakeUpSchedule.NeedsMessage(null, An.Noon, An.Noon).ShouldBeTrue();
    }
}
