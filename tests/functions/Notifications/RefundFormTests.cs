using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Notifications;

/// <summary>News of refunds.</summary>
public sealed class RefundFormTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 17, 30, 5, TimeSpan.Zero);

    [Fact]
    public void It_tells_of_a_refund_in_the_documented_fields()
    {
        var order = An.RefundedOrder();

        var fields = NotificationForm.Of(order, NoticeOf(order), "gateway-1", Now);

        string.Join('\n', fields.Select(static f => $"{f.Key}={f.Value}")).ShouldBe(
            $"""
            notify_id={order.Id}000005
            notify_time=2026-01-03 01:30:05
            notify_type=REFUND
            app_id=shop
            out_trade_no=A-1
            transaction_id={order.Id}
            trade_state=REFUND
            total_fee=100
            fee_type=CNY
            channel=alipay_page
            channel_trade_no=T1
            time_end=2026-01-02 20:00:00
            order_version=5
            refund_id={order.Id}R001
            out_request_no=R-1
            refund_fee=40
            refund_state=SUCCESS
            refund_origin=MERCHANT
            channel_refund_no=C1
            time_refund=2026-01-02 20:00:00
            timestamp=1767375005
            charset=utf-8
            version=1.0
            sign_type=RSA2
            key_id=gateway-1
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(false, "CLOSED")]
    [InlineData(true, "ABNORMAL")]
    public void A_refund_that_failed_leaves_the_order_paid(bool needsHuman, string state)
    {
        var order = An.Moved(
            An.RefundingOrder(), new FailRefund(1, "no money", needsHuman), An.Noon);

        var fields = Fields(order);

        fields["trade_state"].ShouldBe("SUCCESS");
        fields["refund_state"].ShouldBe(state);
        fields.ContainsKey("channel_refund_no").ShouldBeFalse();
    }

    [Fact]
    public void A_refund_that_failed_after_another_one_leaves_the_order_refunded()
    {
        var second = An.Moved(An.RefundedOrder(), An.Refund("R-2", 10), An.Noon);
        var failed = An.Moved(second, new FailRefund(2, "no", NeedsHuman: false), An.Noon);

        var fields = Fields(failed);

        fields["trade_state"].ShouldBe("REFUND");
        fields["refund_state"].ShouldBe("CLOSED");
    }

    [Fact]
    public void Money_that_came_twice_goes_back_and_the_payment_stands()
    {
        var paid = An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon);
        var twice = An.Moved(paid, An.Success(attempt: 2, trade: "T2"), An.Noon);
        var back = An.Moved(twice, new SettleRefund(1, "C1", An.Noon), An.Noon);

        var fields = Fields(back);

        fields["trade_state"].ShouldBe("SUCCESS");
        fields["channel_trade_no"].ShouldBe("T2");
        fields["refund_origin"].ShouldBe("SECOND_SUCCESS");
        fields["refund_state"].ShouldBe("SUCCESS");
        fields.ContainsKey("out_request_no").ShouldBeFalse();
    }

    [Fact]
    public void Money_that_came_too_late_goes_back_and_the_order_stays_closed()
    {
        var late = An.Moved(An.ClosedOrder(LateSuccess.Refund), An.Success(), An.Noon);
        var back = An.Moved(late, new SettleRefund(1, "C1", An.Noon), An.Noon);

        var fields = Fields(back);

        fields["trade_state"].ShouldBe("CLOSED");
        fields["refund_origin"].ShouldBe("LATE_SUCCESS");
        fields.ContainsKey("time_end").ShouldBeFalse();
    }

    [Fact]
    public void A_payment_that_a_cancel_gave_back_is_refunded()
    {
        var paid = An.Moved(An.ChargedOrder(), An.Success(), An.Noon);
        var back = An.Moved(paid, An.Revoke(An.GivenBack()), An.Noon);

        var fields = Fields(back);

        fields["trade_state"].ShouldBe("REFUND");
        fields["refund_origin"].ShouldBe("CANCEL");
        fields["refund_fee"].ShouldBe("100");
    }

    private static Dictionary<string, string> Fields(Order order)
        => NotificationForm.Of(order, NoticeOf(order), "k", Now).ToDictionary();

    private static Notice NoticeOf(Order order) => new()
    {
        Id = new NotifyId(order.Id, order.Version),
        Type = Notice.RefundType,
        Refund = order.Refunds[^1].Number,
        RefundState = order.Refunds[^1].State,
        RefundEndedAt = order.Refunds[^1].EndedAt,
        TradeState = order.State,
        IsRefunded = order.IsRefunded,
    };
}
