using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class QueryPaymentTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_new_order_is_shown_whole_by_either_number()
    {
        var order = await gateway.CreateOrderAsync(("attach", "\"x\""));

        var byOurs = await gateway.SendAsync(MerchantRequest.Get($"/v1/payments/{order.Id}"));
        var byTheirs = await gateway.SendAsync(
            MerchantRequest.Get("/v1/payments?out_trade_no=A-1"));

        byOurs.Status.ShouldBe(200);
        byOurs.Text.ShouldBe(
            "{\"transaction_id\":\"" + order.Id + "\",\"out_trade_no\":\"A-1\","
            + "\"trade_state\":\"NOTPAY\",\"total_fee\":100,\"fee_type\":\"CNY\","
            + "\"subject\":\"Tea\",\"time_created\":\"2026-03-01T12:00:00Z\","
            + "\"time_expire\":\"2026-03-01T14:00:00Z\",\"order_version\":1,"
            + "\"attach\":\"x\",\"request_id\":\"request-1\"}");
        byTheirs.Text.ShouldBe(byOurs.Text);
    }

    [Fact]
    public async Task A_paid_order_names_its_channel_its_trade_and_its_time()
    {
        var order = await gateway.PayOrderAsync();

        var answer = await gateway.SendAsync(MerchantRequest.Get($"/v1/payments/{order.Id}"));

        answer["trade_state"].ShouldBe("SUCCESS");
        answer["channel"].ShouldBe("test_page");
        answer["channel_trade_no"].ShouldBe("T-1");
        answer["time_end"].ShouldBe("2026-03-01T11:59:00Z");
        answer["order_version"].ShouldBe("3");
        answer["refunds"].ShouldBeNull();
        gateway.Channel.Questions.ShouldBe(0);
    }

    [Fact]
    public async Task An_open_order_is_asked_about_once_in_five_seconds()
    {
        var order = await gateway.OpenOrderAsync();
        var query = MerchantRequest.Get($"/v1/payments/{order.Id}");

        var waiting = await gateway.SendAsync(query);
        await gateway.SendAsync(query);
        var asked = gateway.Channel.Questions;
        gateway.Channel.Outcome = new Succeeded(Money.OfFen(100), "T-1", TestChannel.PaidAt);
        gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        var paid = await gateway.SendAsync(query);

        waiting["trade_state"].ShouldBe("USERPAYING");
        asked.ShouldBe(1);
        paid["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task The_order_of_another_application_is_not_found()
    {
        var order = await gateway.CreateOrderAsync();
        var strange = MerchantRequest.Get($"/v1/payments/{order.Id}") with
        {
            By = TestMerchant.Other,
        };

        var answer = await gateway.SendAsync(strange);

        answer.Status.ShouldBe(404);
        answer.Code.ShouldBe("ORDER_NOT_FOUND");
    }

    [Theory]
    [InlineData("/v1/payments/01234567890123456789012345", "ORDER_NOT_FOUND")]
    [InlineData("/v1/payments/short", "ORDER_NOT_FOUND")]
    [InlineData("/v1/payments/0123456789012345678901234u", "ORDER_NOT_FOUND")]
    [InlineData("/v1/payments/a%2F..%2Fb", "ORDER_NOT_FOUND")]
    [InlineData("/v1/payments?out_trade_no=never", "ORDER_NOT_FOUND")]
    [InlineData("/v1/payments", "PARAMETER_MISSING")]
    [InlineData("/v1/payments?", "PARAMETER_MISSING")]
    [InlineData("/v1/payments?out_trade_no=", "PARAMETER_INVALID")]
    [InlineData("/v1/payments?out_trade_no=A%2F1", "PARAMETER_INVALID")]
    [InlineData("/v1/payments?out_trade_no=A-1&out_trade_no=A-1", "PARAMETER_DUPLICATED")]
    [InlineData("/v1/payments?out_trade_no=A-1&OUT_TRADE_NO=A-1", "PARAMETER_INVALID")]
    [InlineData("/v1/payments?Out_Trade_No=A-1", "PARAMETER_INVALID")]
    [InlineData("/v1/payments?out_trade_no=A-1&x=1", "PARAMETER_INVALID")]
    public async Task What_names_no_order_is_refused(string target, string code)
    {
        await gateway.CreateOrderAsync();

        var answer = await gateway.SendAsync(MerchantRequest.Get(target));

        answer.Code.ShouldBe(code);
    }
}
