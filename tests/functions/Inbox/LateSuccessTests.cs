using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Inbox;

public sealed class LateSuccessTests
{
    [Theory]
    [InlineData("Revive")]
    [InlineData("Refund")]
    public async Task A_success_after_the_close_follows_the_applications_choice(string choice)
    {
        var late = Enum.Parse<LateSuccess>(choice);
        var gateway = new TestGateway(TestMerchant.Shop.Registered with { LateSuccess = late });
        var order = await gateway.OpenOrderAsync();
        await gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{order.Id}/close"));

        var answer = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        answer.Text.ShouldBe("taken");
        var shown = await gateway.SendAsync(MerchantRequest.Get($"/v1/payments/{order.Id}"));
        var isRevived = late == LateSuccess.Revive;
        shown["trade_state"].ShouldBe(isRevived ? "SUCCESS" : "CLOSED");
        shown.Text.Contains("LATE_SUCCESS", StringComparison.Ordinal).ShouldBe(!isRevived);
        shown["channel_trade_no"].ShouldBe(isRevived ? "T-1" : null);
        (gateway.Orders.MovesOf(order.Id)[^1].Notice is not null).ShouldBe(isRevived);
    }

    [Fact]
    public async Task A_success_past_the_end_of_an_order_that_nobody_closed_counts()
    {
        var gateway = new TestGateway(
            TestMerchant.Shop.Registered with { LateSuccess = LateSuccess.Refund });
        var order = await gateway.OpenOrderAsync();
        gateway.Clock.Advance(TimeSpan.FromHours(3));

        await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task A_second_late_success_is_the_same_one()
    {
        var gateway = new TestGateway(
            TestMerchant.Shop.Registered with { LateSuccess = LateSuccess.Refund });
        var order = await gateway.OpenOrderAsync();
        await gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{order.Id}/close"));

        await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");
        var again = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        again.Text.ShouldBe("taken");
        (await gateway.OrderAsync(order.Id)).Refunds.ShouldHaveSingleItem();
    }
}
