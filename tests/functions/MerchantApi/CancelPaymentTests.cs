using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class CancelPaymentTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task An_undecided_order_is_cancelled_and_cancelled_again_with_the_same_answer()
    {
        var order = await gateway.OpenOrderAsync();

        var first = await CancelAsync(order.Id);
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await CancelAsync(order.Id);

        first.Status.ShouldBe(200);
        first["trade_state"].ShouldBe("REVOKED");
        first["time_end"].ShouldBe("2026-03-01T12:00:00Z");
        again.Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task What_had_been_paid_is_shown_as_given_back()
    {
        var order = await gateway.OpenOrderAsync();
        gateway.Channel.Cancelling = new CancelledAndRefunded("T-1", TestChannel.PaidAt);

        var answer = await CancelAsync(order.Id);

        answer["trade_state"].ShouldBe("REVOKED");
        answer.Text.ShouldContain(
            "\"refund_fee\":100,\"refund_state\":\"SUCCESS\",\"refund_origin\":\"CANCEL\"");
    }

    [Fact]
    public async Task What_is_paid_is_refunded_and_not_cancelled()
    {
        var paid = await gateway.PayOrderAsync();

        (await CancelAsync(paid.Id)).Code.ShouldBe("ORDER_PAID");
    }

    [Fact]
    public async Task A_cancel_without_an_answer_may_be_repeated()
    {
        var order = await gateway.OpenOrderAsync();
        gateway.Channel.Cancelling = new CancelUnknown("retry");

        var unknown = await CancelAsync(order.Id);
        gateway.Channel.Cancelling = new Cancelled();
        var known = await CancelAsync(order.Id);

        unknown.Code.ShouldBe("CHANNEL_UNDECIDED");
        unknown.Headers.RetryAfter.ToString().ShouldBe("2");
        known["trade_state"].ShouldBe("REVOKED");
    }

    [Fact]
    public async Task A_channel_that_cannot_cancel_says_so()
    {
        var order = await gateway.CreateOrderAsync();
        await gateway.SendAsync("POST", $"/cashier/{order.Id}/bare_page");

        var answer = await CancelAsync(order.Id);

        answer.Status.ShouldBe(409);
        answer.Code.ShouldBe("CAPABILITY_UNSUPPORTED");
    }

    [Fact]
    public async Task The_order_of_another_application_is_not_found_and_stays()
    {
        var order = await gateway.OpenOrderAsync();

        var answer = await gateway.SendAsync(
            MerchantRequest.Post($"/v1/payments/{order.Id}/cancel") with
            {
                By = TestMerchant.Other,
            });

        answer.Code.ShouldBe("ORDER_NOT_FOUND");
        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.UserPaying);
    }

    [Theory]
    [InlineData("{\"a\":1}", "BODY_MALFORMED")]
    [InlineData("{}", null)]
    public async Task A_cancel_has_no_members(string body, string? code)
    {
        var order = await gateway.CreateOrderAsync();

        var answer = await gateway.SendAsync(
            MerchantRequest.Post($"/v1/payments/{order.Id}/cancel", body));

        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task After_a_cancel_nothing_more_can_be_paid()
    {
        var order = await gateway.CreateOrderAsync();
        await CancelAsync(order.Id);

        var closed = await gateway.SendAsync(
            MerchantRequest.Post($"/v1/payments/{order.Id}/close"));
        var charged = await gateway.SendAsync(MerchantRequest.Post(
            "/v1/payments/barcode", PaymentBody.Barcode()));
        var refunded = await gateway.RefundAsync();

        closed.Code.ShouldBe("ORDER_REVOKED");
        charged.Code.ShouldBe("ORDER_REVOKED");
        refunded.Code.ShouldBe("ORDER_NOT_PAID");
    }

    private Task<Answer> CancelAsync(OrderId id)
        => gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{id}/cancel"));
}
