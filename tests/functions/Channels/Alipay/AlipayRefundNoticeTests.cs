using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>What a notification about a refund proves.</summary>
public sealed class AlipayRefundNoticeTests : IDisposable
{
    private static readonly Notice Whole = Notice.Paid
        .With("trade_status", "TRADE_CLOSED")
        .With("refund_fee", "88.88")
        .With("gmt_refund", "2026-01-03 10:00:00.123")
        .With("out_biz_no", An.RefundNumber.ToString());

    private readonly AlipayBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("2026-01-03 10:00:00.123", 123)]
    [InlineData("2026-01-03 10:00:00", 0)]
    public void When_nothing_is_left_the_named_refund_went_back(string when, int milliseconds)
    {
        bench.Read(Whole.With("gmt_refund", when).Raw()).ShouldBe(new GenuineRefund(
            An.RefundNumber,
            new RefundSucceeded(
                null, new DateTimeOffset(2026, 1, 3, 2, 0, 0, milliseconds, TimeSpan.Zero))));
    }

    [Theory]
    [InlineData("TRADE_SUCCESS", "8.80")]
    [InlineData("TRADE_SUCCESS", "88.88")]
    [InlineData("TRADE_FINISHED", "0.01")]
    [InlineData("TRADE_CLOSED", "88.87")]
    [InlineData("TRADE_CLOSED", "")]
    public void A_sum_of_parts_proves_no_part(string status, string sum)
    {
        bench.Read(Whole.With("trade_status", status).With("refund_fee", sum).Raw())
            .ShouldBe(new Uninteresting("about a part that was refunded"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("T20260102000001")]
    [InlineData("R20260102000009")]
    public void A_refund_that_is_not_ours_moves_nothing(string number)
    {
        bench.Read(Whole.With("out_biz_no", number).Raw())
            .ShouldBe(new Uninteresting("about a refund of somebody else"));
        bench.Read(Whole.With("out_biz_no", An.Number.ToString()).Raw())
            .ShouldBe(new Uninteresting("about a refund of somebody else"));
    }

    [Fact]
    public void A_refund_of_another_order_is_refused()
    {
        var other = new ChannelRefundNo(OrderId.Of("shop", "T2"), 1);

        bench.Read(Whole.With("out_biz_no", other.ToString()).Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.OrderNumberUnknown));
    }

    [Theory]
    [InlineData("refund_fee", "88.89")]
    [InlineData("refund_fee", "-1.00")]
    [InlineData("gmt_refund", "")]
    [InlineData("gmt_refund", "yesterday")]
    [InlineData("gmt_refund", "2026-01-03 10:00:00.1234")]
    public void A_refund_that_cannot_be_read_is_refused(string name, string value)
    {
        bench.Read(Whole.With(name, value).Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.FieldInvalid));
    }

    [Fact]
    public void A_refund_s_notification_is_verified_like_any_other()
    {
        bench.Read((Whole with { Key = AlipayVectors.Merchant }).Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.SignatureWrong));
        bench.Read(Whole.With("seller_id", "2088000000000000").Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.SellerDiffers));
    }
}
