using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class ClosePaymentTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_new_order_is_closed_and_closed_again_with_the_same_answer()
    {
        var order = await gateway.CreateOrderAsync();

        var first = await CloseAsync(order.Id);
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await CloseAsync(order.Id);

        first.Status.ShouldBe(200);
        first["trade_state"].ShouldBe("CLOSED");
        first["time_end"].ShouldBe("2026-03-01T12:00:00Z");
        again.Text.ShouldBe(first.Text);
        gateway.Orders.MovesOf(order.Id).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_open_attempt_is_ended_at_the_channel_first()
    {
        var order = await gateway.OpenOrderAsync();

        var answer = await CloseAsync(order.Id);

        answer["trade_state"].ShouldBe("CLOSED");
        (await gateway.OrderAsync(order.Id)).OpenAttempts().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_whose_attempt_was_declined_is_closed_without_a_question()
    {
        var order = await gateway.OpenOrderAsync();
        await gateway.NotifyAsync($"declined {order.Id}01");

        var answer = await CloseAsync(order.Id);

        answer["trade_state"].ShouldBe("CLOSED");
        gateway.Channel.Questions.ShouldBe(0);
    }

    [Fact]
    public async Task A_paid_order_stays_paid()
    {
        var order = await gateway.PayOrderAsync();

        var answer = await CloseAsync(order.Id);

        answer.Status.ShouldBe(409);
        answer.Code.ShouldBe("ORDER_PAID");
    }

    [Fact]
    public async Task What_the_channel_says_instead_is_applied_instead()
    {
        var order = await gateway.OpenOrderAsync();
        gateway.Channel.Outcome = new Succeeded(Money.OfFen(100), "T-1", TestChannel.PaidAt);

        var answer = await CloseAsync(order.Id);

        answer.Code.ShouldBe("ORDER_PAID");
        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task While_the_channel_says_nothing_the_order_stays_open()
    {
        var order = await gateway.OpenOrderAsync();
        gateway.Channel.Outcome = new Unknown("no answer");

        var answer = await CloseAsync(order.Id);

        answer.Status.ShouldBe(503);
        answer.Code.ShouldBe("CHANNEL_UNDECIDED");
        answer.Headers.RetryAfter.ToString().ShouldBe("2");
        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task A_channel_that_names_another_amount_closes_nothing()
    {
        var order = await gateway.OpenOrderAsync();
        gateway.Channel.Outcome = new Succeeded(Money.OfFen(99), "T-1", TestChannel.PaidAt);

        var answer = await CloseAsync(order.Id);

        answer.Code.ShouldBe("CHANNEL_UNDECIDED");
        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task The_order_of_another_application_is_not_found_and_stays()
    {
        var order = await gateway.CreateOrderAsync();

        var answer = await gateway.SendAsync(
            MerchantRequest.Post($"/v1/payments/{order.Id}/close") with
            {
                By = TestMerchant.Other,
            });

        answer.Code.ShouldBe("ORDER_NOT_FOUND");
        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.NotPay);
    }

    private Task<Answer> CloseAsync(OrderId id)
        => gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{id}/close"));
}
