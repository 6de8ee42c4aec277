using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

/// <summary>Refunds that nobody asked for: money that came twice, or too late.</summary>
public sealed class OwedRefundTests
{
    private static readonly FailRefund No = new(1, "no money", NeedsHuman: false);

    private static Order OwingOrder
        => An.Moved(An.ClosedOrder(LateSuccess.Refund), An.Success(), An.Noon);

    [Fact]
    public void What_is_owed_is_due_at_once()
    {
        var refund = OwingOrder.Refunds.ShouldHaveSingleItem();

        (refund.Origin, refund.State, refund.Total, refund.AskAt).ShouldBe((
            RefundOrigin.LateSuccess, RefundState.Processing, Money.OfFen(100), An.Noon));
        WakeUpSchedule.NextAt(OwingOrder).ShouldBe(An.Noon);
    }

    [Fact]
    public void What_fails_is_tried_under_a_new_number_an_hour_later()
    {
        var later = An.Noon.AddMinutes(5);

        var moved = OrderRules.Decide(OwingOrder, No, later).ShouldBeOfType<Moved>();

        (moved.TellsMerchant, moved.Refund).ShouldBe((true, 1));
        moved.Order.Refunds.Length.ShouldBe(2);
        moved.Order.Refunds[0].State.ShouldBe(RefundState.Failed);
        moved.Order.Refunds[1].ShouldBe(new Refund(
            2, 1, Money.OfFen(100), RefundOrigin.LateSuccess, RefundState.Processing, later,
            AskAt: later.AddHours(1)));
        moved.Order.RefundedOf(1).ShouldBe(Money.OfFen(100));
    }

    [Fact]
    public void Three_numbers_are_tried_and_no_more()
    {
        var order = OwingOrder;
        for (var refund = 1; refund <= RefundRules.MaxOwnTries; refund++)
        {
            order = An.Moved(order, No with { Refund = refund }, An.Noon);
        }

        order.Refunds.Select(static r => r.State).ShouldBe(
            [RefundState.Failed, RefundState.Failed, RefundState.Failed]);
        WakeUpSchedule.NextAt(order).ShouldBeNull();
    }

    [Fact]
    public void What_needs_a_human_is_not_tried_again()
        => An.Moved(OwingOrder, No with { NeedsHuman = true }, An.Noon)
            .Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Abnormal);

    [Fact]
    public void What_was_stuck_and_then_failed_is_tried_afresh()
    {
        var stuck = An.Moved(OwingOrder, No with { NeedsHuman = true }, An.Noon);

        var failed = An.Moved(stuck, No, An.Noon.AddDays(1));

        failed.Refunds[1].ShouldBe(new Refund(
            2, 1, Money.OfFen(100), RefundOrigin.LateSuccess, RefundState.Processing,
            An.Noon.AddDays(1), AskAt: An.Noon.AddDays(1).AddHours(1)));
    }

    [Fact]
    public void A_merchants_refund_is_left_to_the_merchant()
        => An.Moved(An.RefundingOrder(), No, An.Noon).Refunds.ShouldHaveSingleItem();

    [Fact]
    public void Each_attempts_money_has_tries_of_its_own()
    {
        var paid = An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon);
        var third = An.Moved(
            An.Moved(An.TwiceOpenOrder(), new OpenAttempt("third", An.Account), An.Noon),
            An.Success(), An.Noon);
        var owing = An.Moved(third, An.Success(attempt: 2, trade: "T2"), An.Noon);
        owing = An.Moved(owing, An.Success(attempt: 3, trade: "T3"), An.Noon);

        for (var i = 0; i < 2 * RefundRules.MaxOwnTries; i++)
        {
            owing = An.Moved(
                owing, No with { Refund = owing.OpenRefunds().First().Number }, An.Noon);
        }

        paid.Refunds.ShouldBeEmpty();
        owing.Refunds.Count(static r => r.Attempt == 2).ShouldBe(3);
        owing.Refunds.Count(static r => r.Attempt == 3).ShouldBe(3);
        owing.OpenRefunds().ShouldBeEmpty();
    }
}
