using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Notifications;

public sealed class NotificationFormTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 17, 30, 5, TimeSpan.Zero);

    [Fact]
    public void It_tells_of_a_payment_in_the_documented_fields()
    {
        var order = An.PaidOrder();
        order = order with { Terms = order.Terms with { Attach = "a=1&b=二" } };

        var fields = NotificationForm.Of(order, NoticeOf(order, version: 3), "gateway-1", Now);

        string.Join('\n', fields.Select(static f => $"{f.Key}={f.Value}")).ShouldBe(
            $"""
            notify_id={order.Id}000003
            notify_time=2026-01-03 01:30:05
            notify_type=PAYMENT
            app_id=shop
            out_trade_no=A-1
            transaction_id={order.Id}
            trade_state=SUCCESS
            total_fee=100
            fee_type=CNY
            channel=alipay_page
            channel_trade_no=T1
            attach=a=1&b=二
            time_end=2026-01-02 20:00:00
            order_version=3
            timestamp=1767375005
            charset=utf-8
            version=1.0
            sign_type=RSA2
            key_id=gateway-1
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Values_that_are_empty_are_not_sent()
    {
        var order = An.PaidOrder();
        order = order with { Terms = order.Terms with { Attach = "" } };

        var fields = NotificationForm.Of(order, NoticeOf(order, version: 3), "k", Now);

        fields.Select(static f => f.Key).Contains("attach", StringComparer.Ordinal)
            .ShouldBeFalse();
        fields.ShouldAllBe(static f => f.Value.Length > 0);
    }

    [Fact]
    public void It_tells_the_version_of_the_news_however_far_the_order_has_come_since()
    {
        var order = An.PaidOrder() with { Version = 9 };

        var fields = NotificationForm.Of(order, NoticeOf(order, version: 3), "k", Now);

        fields.ShouldContain(KeyValuePair.Create("order_version", "3"));
        fields.ShouldContain(KeyValuePair.Create("notify_id", order.Id + "000003"));
    }

    [Fact]
    public void It_tells_what_a_refund_was_though_a_human_got_it_to_the_payer_since()
    {
        var stuck = An.Moved(
            An.RefundingOrder(), new FailRefund(1, "stuck", NeedsHuman: true), An.Noon);
        var notice = NoticeOf(stuck, version: 5) with
        {
            Type = Notice.RefundType,
            Refund = 1,
            RefundState = RefundState.Abnormal,
            RefundEndedAt = An.Noon,
        };
        var arrived = An.Moved(stuck, new SettleRefund(1, "C1", Now), Now);

        var before = NotificationForm.Of(stuck, notice, "k", Now);
        var after = NotificationForm.Of(arrived, notice, "k", Now);

        after.ShouldBe(before);
        after.ShouldContain(KeyValuePair.Create("refund_state", "ABNORMAL"));
        after.ShouldContain(KeyValuePair.Create("trade_state", "SUCCESS"));
    }

    private static Notice NoticeOf(Order order, int version)
        => new() { Id = new NotifyId(order.Id, version), TradeState = OrderState.Success };
}
