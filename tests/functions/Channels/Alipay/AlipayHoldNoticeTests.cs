using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayHoldNoticeTests : IDisposable
{
    private const string HoldNo = "2026010210002001610000000001";

    private static readonly Notice Frozen = new()
    {
        Fields =
        [
            new("notify_time", "2026-01-02 03:04:10"),
            new("notify_type", "fund_auth_freeze"),
            new("notify_id", "2026010200222030410055611400000002"),
            new("app_id", AlipayBench.AppId),
            new("auth_app_id", AlipayBench.AppId),
            new("charset", "utf-8"),
            new("version", "1.0"),
            new("auth_no", HoldNo),
            new("out_order_no", An.Number.ToString()),
            new("operation_id", "20260102000001"),
            new("out_request_no", An.Number.ToString()),
            new("operation_type", "FREEZE"),
            new("amount", "88.88"),
            new("status", "SUCCESS"),
            new("gmt_create", "2026-01-02 03:04:05"),
            new("gmt_trans", "2026-01-02 03:04:09"),
            new("payer_user_id", "2088101117955611"),
            new("payee_user_id", AlipayBench.SellerId),
            new("rest_amount", "88.88"),
        ],
    };

    private static readonly Notice Thawed = Frozen
        .With("notify_type", "fund_auth_unfreeze")
        .With("out_request_no", An.RefundNumber.ToString())
        .With("operation_type", "UNFREEZE")
        .With("amount", "8.80");

    private readonly AlipayBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_frozen_amount_is_held()
        => bench.Read(Frozen.Raw()).ShouldBe(new Genuine(An.Number, new Succeeded(
            Money.OfFen(8888), HoldNo, An.Now.AddSeconds(4))));

    [Fact]
    public void A_release_of_ours_is_told_by_its_number_and_amount()
        => bench.Read(Thawed.Raw()).ShouldBe(new GenuineRefund(
            An.RefundNumber, new RefundSucceeded("20260102000001", An.Now.AddSeconds(4)),
            Money.OfFen(880)));

    [Fact]
    public void A_hold_that_was_undone_is_declined()
        => bench.Read(Frozen.With("notify_type", "fund_auth_operation_cancel").Raw())
            .ShouldBeOfType<Genuine>().Outcome.ShouldBeOfType<Declined>();

    [Fact]
    public void A_release_without_a_number_of_ours_moves_nothing()
    {
        bench.Read(Thawed.With("out_request_no", "by hand").Raw())
            .ShouldBeOfType<Uninteresting>();
        bench.Read(Thawed.Without("out_request_no").Raw()).ShouldBeOfType<Uninteresting>();
        bench.Read(Thawed.With(
                "out_request_no", new ChannelRefundNo(OrderId.Of("shop", "other"), 1).ToString())
            .Raw()).ShouldBe(new NotAccepted(NotificationRefusal.OrderNumberUnknown));
    }

    [Theory]
    [InlineData("status", "INIT", null)]
    [InlineData("status", "OTHER", NotificationRefusal.StatusUnknown)]
    [InlineData("amount", "-1", NotificationRefusal.FieldInvalid)]
    [InlineData("auth_no", "a b", NotificationRefusal.FieldInvalid)]
    [InlineData("gmt_trans", "soon", NotificationRefusal.FieldInvalid)]
    [InlineData("out_order_no", "T1", NotificationRefusal.OrderNumberUnknown)]
    [InlineData("payee_user_id", "2088101106499365", NotificationRefusal.SellerDiffers)]
    [InlineData("app_id", "2021000000000009", NotificationRefusal.AppIdDiffers)]
    public void Every_other_freeze_has_a_meaning(
        string field, string value, object? why)
    {
        var reading = bench.Read(Frozen.With(field, value).Raw());

        if (why is NotificationRefusal refusal)
        {
            reading.ShouldBe(new NotAccepted(refusal));
        }
        else
        {
            reading.ShouldBeOfType<Uninteresting>();
        }
    }

    [Fact]
    public void What_was_not_signed_is_not_read()
        => bench.Read((Frozen with { Key = AlipayVectors.Merchant }).Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.SignatureWrong));
}
