using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class AttemptRulesTests
{
    public static TheoryData<string> Fates => ["open", "paid", "declined", "cancelled", "closed"];

    [Fact]
    public void Charging_a_code_opens_an_attempt_that_is_polled_for_45_seconds()
    {
        var moved = OrderRules.Decide(An.Order(), An.Charge(), An.Noon).ShouldBeOfType<Moved>();

        moved.Event.ShouldBe(OrderEvent.AttemptOpened);
        moved.TellsMerchant.ShouldBeFalse();
        moved.Order.State.ShouldBe(OrderState.UserPaying);
        moved.Order.Attempts.ShouldHaveSingleItem().ShouldBe(new Attempt(
            1, An.Barcode, An.Account, AttemptState.Open, An.Noon, An.Noon.AddSeconds(5),
            PollUntil: An.Noon.AddSeconds(45), CodeDigest: "code-1"));
    }

    [Theory]
    [MemberData(nameof(Fates))]
    public void The_same_code_is_the_same_attempt_whatever_became_of_it(string fate)
    {
        var charged = An.ChargedOrder();
        var order = fate switch
        {
            "paid" => An.Moved(charged, An.Success(), An.Noon),
            "declined" => An.Moved(charged, new Decline(1, An.Account), An.Noon),
            "cancelled" => An.Moved(charged, An.Revoke(), An.Noon),
            "closed" => An.Moved(charged, new Close([1]), An.Noon),
            _ => charged,
        };

        var decision = OrderRules.Decide(order, An.Charge(), An.Noon.AddHours(3));

        decision.ShouldBe(new Replayed(order));
    }

    [Fact]
    public void Another_code_waits_until_the_first_one_is_decided()
    {
        var charged = An.ChargedOrder();
        var declined = An.Moved(charged, new Decline(1, An.Account), An.Noon);

        var early = OrderRules.Decide(charged, An.Charge("code-2"), An.Noon);
        var late = OrderRules.Decide(declined, An.Charge("code-2"), An.Noon);

        early.ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        late.ShouldBeOfType<Moved>().Order.Attempts.Select(static a => a.CodeDigest)
            .ShouldBe(["code-1", "code-2"]);
    }

    [Fact]
    public void An_open_page_keeps_no_code_from_being_charged()
        => OrderRules.Decide(An.OpenOrder(), An.Charge(), An.Noon)
            .ShouldBeOfType<Moved>().Order.OpenAttempts().Count().ShouldBe(2);

    [Theory]
    [InlineData("paid", "OrderPaid")]
    [InlineData("closed", "OrderClosed")]
    [InlineData("revoked", "OrderRevoked")]
    [InlineData("expired", "OrderExpired")]
    public void What_is_over_is_charged_no_more(string state, string why)
    {
        var order = state switch
        {
            "paid" => An.PaidOrder(),
            "closed" => An.ClosedOrder(LateSuccess.Revive),
            "revoked" => An.RevokedOrder(LateSuccess.Revive),
            _ => An.Order(),
        };
        var now = state == "expired" ? order.ExpiresAt : An.Noon;

        OrderRules.Decide(order, An.Charge(), now)
            .ShouldBe(new Refused(Enum.Parse<OrderRefusal>(why)));
        OrderRules.Decide(order, new OpenAttempt(An.Product, An.Account), now)
            .ShouldBe(new Refused(Enum.Parse<OrderRefusal>(why)));
    }

    [Fact]
    public void Codes_and_pages_share_one_limit()
    {
        var order = An.Order();
        for (var i = 0; i < AttemptRules.MaxAttempts; i++)
        {
            order = An.Moved(order, An.Charge($"code-{i}"), An.Noon);
            order = An.Moved(order, new Decline(i + 1, An.Account), An.Noon);
        }

        OrderRules.Decide(order, An.Charge("one more"), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.TooManyAttempts));
        OrderRules.Decide(order, new OpenAttempt(An.Product, An.Account), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.TooManyAttempts));
    }

    [Fact]
    public void The_first_code_that_a_channel_made_stays()
    {
        var shown = An.Moved(An.OpenOrder(), new ShowCode(1, "https://code.example/1"), An.Noon);

        var again = OrderRules.Decide(
            shown, new ShowCode(1, "https://code.example/2"), An.Noon);

        again.ShouldBe(new Replayed(shown));
        shown.Attempts[0].CodeUrl.ShouldBe("https://code.example/1");
        OrderRules.Decide(shown, new ShowCode(2, "x"), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.AttemptUnknown));
    }

    [Fact]
    public void What_is_over_shows_no_code()
    {
        var failed = An.FailedOrder();

        OrderRules.Decide(failed, new ShowCode(1, "https://code.example/1"), An.Noon)
            .ShouldBe(new Replayed(failed));
    }

    [Fact]
    public void A_channel_that_cannot_end_an_attempt_leaves_it_open_when_the_order_closes()
    {
        var closed = An.Moved(An.TwiceOpenOrder(), new Close([2], [1]), An.Noon);

        closed.State.ShouldBe(OrderState.Closed);
        closed.FindAttempt(2).ShouldNotBeNull().State.ShouldBe(AttemptState.Ended);
        var left = closed.OpenAttempts().ShouldHaveSingleItem();
        (left.Number, left.AskAt).ShouldBe((1, An.Noon.AddMinutes(10)));
        WakeUpSchedule.NextAt(closed).ShouldBe(left.AskAt);
    }

    [Fact]
    public void What_time_closes_is_asked_about_until_it_is_over()
    {
        var open = An.OpenOrder();

        var expired = An.Moved(open, new Expire([], [1]), open.ExpiresAt);
        var ended = An.Moved(expired, new Decline(1, An.Account), open.ExpiresAt.AddHours(1));

        expired.State.ShouldBe(OrderState.Closed);
        expired.Attempts[0].AskAt.ShouldBe(open.ExpiresAt.AddMinutes(10));
        ended.State.ShouldBe(OrderState.Closed);
        WakeUpSchedule.NextAt(ended).ShouldBeNull();
    }

    [Fact]
    public void An_attempt_that_is_neither_ended_nor_left_keeps_the_order_open()
        => OrderRules.Decide(An.TwiceOpenOrder(), new Close([], [1]), An.Noon)
            .ShouldBe(new Refused(OrderRefusal.AttemptOpen));

    [Theory]
    [InlineData("Revive")]
    [InlineData("Refund")]
    public void Money_on_an_attempt_that_was_left_follows_the_applications_choice(string choice)
    {
        var late = Enum.Parse<LateSuccess>(choice);
        var closed = An.Moved(An.OpenOrder(late), new Close([], [1]), An.Noon);

        var paid = An.Moved(closed, An.Success(), An.Noon);

        paid.State.ShouldBe(
            late == LateSuccess.Revive ? OrderState.Success : OrderState.Closed);
        paid.Refunds.Length.ShouldBe(late == LateSuccess.Revive ? 0 : 1);
    }
}
