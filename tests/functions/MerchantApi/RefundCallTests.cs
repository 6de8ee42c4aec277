using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class RefundCallTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_refund_is_answered_201_with_what_became_of_it()
    {
        var order = await gateway.PayOrderAsync();

        var answer = await gateway.RefundAsync(("reason", "\"broken cup\""));

        answer.Status.ShouldBe(201);
        answer.Text.ShouldBe(
            "{\"refund_id\":\"" + order.Id + "R001\",\"refund_fee\":40,"
            + "\"refund_state\":\"SUCCESS\",\"refund_origin\":\"MERCHANT\","
            + "\"time_requested\":\"2026-03-01T12:00:00Z\",\"out_request_no\":\"R-1\","
            + "\"reason\":\"broken cup\",\"channel_refund_no\":\"C-1\","
            + "\"time_refund\":\"2026-03-01T11:59:00Z\","
            + "\"transaction_id\":\"" + order.Id + "\",\"out_trade_no\":\"A-1\","
            + "\"total_fee\":100,\"fee_type\":\"CNY\",\"order_version\":5,"
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task The_same_call_again_is_the_same_answer_with_200()
    {
        await gateway.PayOrderAsync();
        var first = await gateway.RefundAsync();
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await gateway.RefundAsync(("reason", "\"\""));
        var other = await gateway.RefundAsync(("refund_fee", "41"));

        again.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
        other.Code.ShouldBe("REFUND_CONTENT_DIFFERS");
        gateway.Channel.Refunds.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_order_may_be_named_by_either_number()
    {
        var order = await gateway.PayOrderAsync();

        var byOurs = await gateway.RefundAsync(
            ("out_trade_no", null), ("transaction_id", $"\"{order.Id}\""));
        var byTheirs = await gateway.RefundAsync(("transaction_id", "\"\""));

        byOurs.Status.ShouldBe(201);
        byTheirs.Status.ShouldBe(200);
        byTheirs.Text.ShouldBe(byOurs.Text);
    }

    [Fact]
    public async Task Parts_add_up_to_the_payment_and_not_beyond()
    {
        await gateway.PayOrderAsync();

        await gateway.RefundAsync();
        var rest = await gateway.RefundAsync(
            ("out_request_no", "\"R-2\""), ("refund_fee", "60"));
        var more = await gateway.RefundAsync(
            ("out_request_no", "\"R-3\""), ("refund_fee", "1"));

        rest.Status.ShouldBe(201);
        more.Code.ShouldBe("REFUND_EXCEEDS_PAYMENT");
        gateway.Channel.Refunds.Sum(static r => r.Total.Fen).ShouldBe(100);
    }

    [Fact]
    public async Task A_refunded_order_shows_its_refunds()
    {
        var order = await gateway.PayOrderAsync();
        await gateway.RefundAsync();

        var answer = await gateway.SendAsync(MerchantRequest.Get($"/v1/payments/{order.Id}"));

        answer["trade_state"].ShouldBe("REFUND");
        answer["time_end"].ShouldBe("2026-03-01T11:59:00Z");
        answer.Text.ShouldContain(
            "\"refunds\":[{\"refund_id\":\"" + order.Id + "R001\",\"refund_fee\":40,");
    }

    [Fact]
    public async Task A_refund_that_takes_its_time_is_found_by_its_number_later()
    {
        await gateway.PayOrderAsync();
        gateway.Channel.Refunding = new RefundPending("tomorrow");
        var created = await gateway.RefundAsync();
        var query = MerchantRequest.Get("/v1/refunds/R-1");
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));

        var waiting = await gateway.SendAsync(query);
        gateway.Channel.Refunding = new RefundSucceeded("C-1", TestChannel.PaidAt);
        gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        var done = await gateway.SendAsync(query);

        created["refund_state"].ShouldBe("PROCESSING");
        created["time_refund"].ShouldBeNull();
        waiting["refund_state"].ShouldBe("PROCESSING");
        done["refund_state"].ShouldBe("SUCCESS");
        done["channel_refund_no"].ShouldBe("C-1");
    }

    [Fact]
    public async Task A_refund_that_failed_says_why()
    {
        var order = await gateway.PayOrderAsync();
        gateway.Channel.Refunding = new RefundDeclined("the balance is too small");

        var failed = await gateway.RefundAsync();
        gateway.Channel.Refunding = new RefundStuck("the card is closed");
        var stuck = await gateway.RefundAsync(("out_request_no", "\"R-2\""));

        failed.Status.ShouldBe(201);
        failed["refund_state"].ShouldBe("CLOSED");
        failed["failure"].ShouldBe("the balance is too small");
        stuck["refund_state"].ShouldBe("ABNORMAL");
        (await gateway.SendAsync(MerchantRequest.Get($"/v1/payments/{order.Id}")))
            ["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task A_refund_of_ours_stands_in_the_order()
    {
        var refunding = new TestGateway(
            TestMerchant.Shop.Registered with { LateSuccess = LateSuccess.Refund });
        var order = await refunding.OpenOrderAsync();
        await refunding.SendAsync(MerchantRequest.Post($"/v1/payments/{order.Id}/close"));
        await refunding.NotifyAsync($"paid {order.Id}01 100 T-1");

        var answer = await refunding.SendAsync(MerchantRequest.Get($"/v1/payments/{order.Id}"));

        answer["trade_state"].ShouldBe("CLOSED");
        var refund = answer.Json["refunds"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)refund["refund_origin"]).ShouldBe("LATE_SUCCESS");
        ((string?)refund["refund_state"]).ShouldBe("PROCESSING");
        refund["out_request_no"].ShouldBeNull();
    }

    [Theory]
    [InlineData("R-2", true)]
    [InlineData("R-1", false)]
    [InlineData("R%2F1", true)]
    public async Task What_an_application_never_asked_for_is_not_found(string number, bool isTheirs)
    {
        await gateway.PayOrderAsync();
        await gateway.RefundAsync();

        var answer = await gateway.SendAsync(
            MerchantRequest.Get($"/v1/refunds/{number}") with
            {
                By = isTheirs ? TestMerchant.Shop : TestMerchant.Other,
            });

        answer.Code.ShouldBe("REFUND_NOT_FOUND");
    }

    [Fact]
    public async Task Two_applications_may_use_the_same_number()
    {
        await gateway.PayOrderAsync();
        await gateway.RefundAsync();

        var stranger = await gateway.SendAsync(
            MerchantRequest.Post("/v1/refunds", PaymentBody.Refund()) with
            {
                By = TestMerchant.Other,
            });

        stranger.Code.ShouldBe("ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task A_number_belongs_to_one_order()
    {
        await gateway.PayOrderAsync();
        await gateway.RefundAsync();
        var second = await gateway.CreateOrderAsync(("out_trade_no", "\"A-2\""));
        await gateway.SendAsync("POST", $"/cashier/{second.Id}/{TestChannel.Product}");
        await gateway.NotifyAsync($"paid {second.Id}01 100 T-2");

        var answer = await gateway.RefundAsync(("out_trade_no", "\"A-2\""));

        answer.Code.ShouldBe("REFUND_CONTENT_DIFFERS");
        (await gateway.OrderAsync(second.Id)).Refunds.ShouldBeEmpty();
    }
}
