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
}
