using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>A creation that names a product paid by scanning a code.</summary>
public sealed class CodePaymentTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task The_channels_code_is_in_the_answer_and_in_the_repeated_one()
    {
        var first = await CreateAsync();
        gateway.Channel.Code = new CodeReady("https://code.example/other");
        var again = await CreateAsync();

        var order = gateway.Orders.Orders.ShouldHaveSingleItem();
        first.Status.ShouldBe(201);
        first.Text.ShouldBe(
            "{\"transaction_id\":\"" + order.Id + "\",\"out_trade_no\":\"A-1\","
            + "\"trade_state\":\"USERPAYING\",\"total_fee\":100,\"fee_type\":\"CNY\","
            + "\"pay_url\":\"https://pay.example/cashier/" + order.Id + "/test_code\","
            + "\"expires_at\":\"2026-03-01T14:00:00Z\",\"order_version\":3,"
            + "\"code_url\":\"https://code.example/" + order.Id + "01\","
            + "\"request_id\":\"request-1\"}");
        again.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task A_channel_that_refuses_is_quoted_and_the_call_may_be_repeated()
    {
        gateway.Channel.Code = new PageRefused("ACQ.ACCESS_FORBIDDEN");

        var refused = await CreateAsync();
        gateway.Channel.Code = null;
        var again = await CreateAsync();

        refused.Status.ShouldBe(409);
        refused.Code.ShouldBe("CHANNEL_REFUSED");
        refused.Detail.ShouldStartWith("ACQ.ACCESS_FORBIDDEN: ");
        again.Status.ShouldBe(200);
        again["code_url"].ShouldEndWith("02");
    }

    [Fact]
    public async Task A_channel_without_an_answer_is_asked_again_by_the_repeated_call()
    {
        gateway.Channel.Code = new PageUnknown("no answer");

        var unknown = await CreateAsync();
        gateway.Channel.Code = null;
        var again = await CreateAsync();

        unknown.Code.ShouldBe("CHANNEL_UNDECIDED");
        again["code_url"].ShouldEndWith("01");
        gateway.Orders.Orders[0].Attempts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_over_shows_no_code()
    {
        await CreateAsync();
        var order = gateway.Orders.Orders[0];
        await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        var paid = await CreateAsync();

        paid.Status.ShouldBe(200);
        paid["trade_state"].ShouldBe("SUCCESS");
        paid["code_url"].ShouldBeNull();
    }

    [Fact]
    public async Task After_the_orders_time_no_code_is_made()
    {
        gateway.Channel.Code = new PageRefused("not today");
        await CreateAsync();
        gateway.Clock.Advance(TimeSpan.FromHours(2));

        (await CreateAsync()).Code.ShouldBe("ORDER_EXPIRED");
    }

    [Fact]
    public async Task A_channel_that_refuses_for_ever_is_left_alone_in_the_end()
    {
        gateway.Channel.Code = new PageRefused("no contract");
        for (var attempt = 0; attempt < AttemptRules.MaxAttempts; attempt++)
        {
            (await CreateAsync()).Code.ShouldBe("CHANNEL_REFUSED");
        }

        (await CreateAsync()).Code.ShouldBe("ATTEMPTS_EXHAUSTED");
    }

    private Task<Answer> CreateAsync()
        => gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("channel", "\"test_code\""))));
}
