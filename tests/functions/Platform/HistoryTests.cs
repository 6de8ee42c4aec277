using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Platform;

public sealed class HistoryTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task An_order_is_shown_whole_by_either_number()
    {
        var order = await gateway.PayOrderAsync();
        await gateway.RefundAsync();

        var byId = await gateway.SendAsync("GET", $"/platform/payments/{order.Id}");
        var byNumber = await gateway.SendAsync(
            "GET", $"/platform/applications/shop/payments/{order.OutTradeNo}");

        byId.Status.ShouldBe(200);
        byNumber.Text.ShouldBe(byId.Text);
        byId["app_id"].ShouldBe("shop");
        byId["trade_state"].ShouldBe("REFUND");
        byId.Json["attempts"]!.AsArray().ShouldHaveSingleItem()!["number"]!.GetValue<string>()
            .ShouldBe($"{order.Id}01");
        byId.Json["entries"]!.AsArray().Select(static e => e!["event"]!.GetValue<string>())
            .ShouldBe(["created", "attempt_opened", "paid", "refund_requested", "refunded"]);
        byId.Json["entries"]![2]!["postings"]!.ToJsonString().ShouldBe(
            "[{\"account\":\"channel_receivable:test/main\",\"fen\":100},"
            + "{\"account\":\"merchant_payable:shop\",\"fen\":-100}]");
        byId.Json["balances"]!.AsArray().Sum(static b => b!["fen"]!.GetValue<long>()).ShouldBe(0);
        byId.Json["notifications"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("/platform/payments/20260101000000000000000000")]
    [InlineData("/platform/payments/no-number")]
    [InlineData("/platform/applications/shop/payments/nothing")]
    [InlineData("/platform/applications/a%20b/payments/A-1")]
    [InlineData("/platform/applications/shop/payments/%E8%8C%B6")]
    public async Task What_is_not_there_is_not_found(string target)
    {
        await gateway.CreateOrderAsync();

        (await gateway.SendAsync("GET", target)).Code.ShouldBe("ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task Looking_asks_no_channel_and_moves_nothing()
    {
        var order = await gateway.OpenOrderAsync();

        await gateway.SendAsync("GET", $"/platform/payments/{order.Id}");

        gateway.Channel.Questions.ShouldBe(0);
        (await gateway.OrderAsync(order.Id)).Version.ShouldBe(order.Version);
    }
}
