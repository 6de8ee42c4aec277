namespace PayFunctions.Tests.Sdk.Responses;

public class RefundNotificationTests
{
    private static readonly string[] OnlyOfRefunds =
    [
        "refund_id", "out_request_no", "refund_fee", "refund_state", "refund_origin",
        "channel_refund_no", "time_refund",
    ];

    private static Notice Refund => Notice.Of("a refund");

    [Fact]
    public void Every_field_of_a_refund_is_read()
    {
        var notification = Verify(Refund).Response.ShouldNotBeNull();

        notification.NotifyType.ShouldBe("REFUND");
        notification.IsRefund.ShouldBeTrue();
        notification.TradeState.ShouldBe(TradeState.Refund);
        notification.IsPaySuccessful().ShouldBeFalse();
        notification.RefundId.ShouldBe("5Z7K2M9QW3E8R1T6Y4V0B2N8C7R001");
        notification.OutRequestNo.ShouldBe("R-2026_0001");
        notification.RefundFee.ShouldBe(30);
        notification.RefundState.ShouldBe(RefundState.Success);
        notification.RefundOrigin.ShouldBe(RefundOrigin.Merchant);
        notification.ChannelRefundNo.ShouldBe("2026010250000001");
        notification.TimeRefund.ShouldBe(Vectors.Noon.AddSeconds(-1));
        notification.IsRefundSuccessful().ShouldBeTrue();
    }

    [Fact]
    public void News_of_a_hold_is_of_no_payment()
    {
        var held = Verify(Notice.Genuine
            .With("notify_type", "AUTHORIZATION").With("trade_state", "AUTHORIZED"))
            .Response.ShouldNotBeNull();

        (held.IsAuthorization, held.IsRefund, held.IsRelease, held.IsPaySuccessful())
            .ShouldBe((true, false, false, false));
        held.TradeState.ShouldBe(TradeState.Authorized);
    }

    [Fact]
    public void News_of_a_release_tells_what_went_back_and_is_no_refund()
    {
        var gone = Verify(Refund
            .With("notify_type", "RELEASE").With("trade_state", "AUTHORIZED"))
            .Response.ShouldNotBeNull();

        (gone.IsRelease, gone.IsRefund, gone.RefundFee, gone.OutRequestNo)
            .ShouldBe((true, false, 30, "R-2026_0001"));
        gone.IsRefundSuccessful().ShouldBeTrue();
    }

    [Fact]
    public void A_refund_that_failed_is_a_refund_all_the_same()
    {
        var notification = Verify(Notice.Of("a refund that nobody asked for and that failed"))
            .Response.ShouldNotBeNull();

        notification.IsRefund.ShouldBeTrue();
        notification.IsRefundSuccessful().ShouldBeFalse();
        notification.RefundState.ShouldBe(RefundState.Closed);
        notification.RefundOrigin.ShouldBe(RefundOrigin.LateSuccess);
        (notification.OutRequestNo, notification.ChannelRefundNo, notification.TimeEnd)
            .ShouldBe((null, null, null));
    }

    [Fact]
    public void News_of_a_payment_is_of_no_refund_whatever_else_is_in_it()
    {
        var notice = Refund.With("notify_type", "PAYMENT");

        var notification = Verify(notice).Response.ShouldNotBeNull();

        notification.IsRefund.ShouldBeFalse();
        notification.IsRefundSuccessful().ShouldBeFalse();
        (notification.RefundId, notification.OutRequestNo, notification.ChannelRefundNo)
            .ShouldBe((null, null, null));
        (notification.RefundFee, notification.RefundState, notification.RefundOrigin)
            .ShouldBe((null, null, null));
        notification.TimeRefund.ShouldBeNull();
    }

    [Fact]
    public void Words_that_a_later_gateway_knows_are_no_success()
    {
        var notice = Refund.With("refund_state", "MELTED").With("refund_origin", "WEATHER");

        var notification = Verify(notice).Response.ShouldNotBeNull();

        notification.RefundState.ShouldBe(RefundState.Unrecognised);
        notification.RefundOrigin.ShouldBe(RefundOrigin.Unrecognised);
        notification.IsRefundSuccessful().ShouldBeFalse();
    }

    [Fact]
    public void News_of_what_a_later_gateway_does_is_neither()
    {
        var notice = OnlyOfRefunds.Aggregate(
            Refund.With("notify_type", "CHARGEBACK").With("trade_state", "DISPUTED"),
            (one, name) => one.Without(name));

        var notification = Verify(notice).Response.ShouldNotBeNull();

        notification.IsRefund.ShouldBeFalse();
        notification.IsPaySuccessful().ShouldBeFalse();
        notification.TradeState.ShouldBe(TradeState.Unrecognised);
    }

    [Theory]
    [InlineData("refund_id")]
    [InlineData("refund_fee")]
    [InlineData("refund_state")]
    [InlineData("refund_origin")]
    public void A_refund_without_what_it_must_say_is_malformed(string name)
        => Verify(Refund.Without(name)).Verdict.ShouldBe(PayVerdict.Malformed);

    [Theory]
    [InlineData("refund_fee", "-1")]
    [InlineData("refund_fee", "0.30")]
    [InlineData("refund_fee", "99999999999999999999")]
    [InlineData("time_refund", "yesterday")]
    public void A_refund_that_cannot_be_read_is_malformed(string name, string value)
        => Verify(Refund.With(name, value)).Verdict.ShouldBe(PayVerdict.Malformed);

    private static PayVerification<PayNotification> Verify(Notice notice)
        => PayResponse.Verify(notice.Form(), "app_1", A.GatewayKeys, Vectors.Noon);
}
