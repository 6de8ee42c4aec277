using System.Globalization;

namespace PayFunctions.Tests.MerchantApi;

public sealed class CreatePaymentTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_new_order_is_answered_201_with_where_to_pay()
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));

        var order = gateway.Orders.Orders.ShouldHaveSingleItem();
        answer.Status.ShouldBe(201);
        answer.Text.ShouldBe(
            "{\"transaction_id\":\"" + order.Id + "\",\"out_trade_no\":\"A-1\","
            + "\"trade_state\":\"NOTPAY\",\"total_fee\":100,\"fee_type\":\"CNY\","
            + "\"pay_url\":\"https://pay.example/cashier/" + order.Id + "\","
            + "\"expires_at\":\"2026-03-01T14:00:00Z\",\"order_version\":1,"
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task Every_member_is_stored_as_it_was_sent()
    {
        await gateway.CreateOrderAsync(
            ("total_fee", "10000000000"), ("fee_type", "\"CNY\""), ("body", "\"绿茶\""),
            ("attach", "\"a=1&b=/\\\\\\\"<>\\u00e9\""),
            ("return_url", "\"https://shop.example/thanks?x=1\""),
            ("channel", "\"test_page\""), ("expires_in", "1296000"));

        var terms = gateway.Orders.Orders[0].Terms;
        terms.Total.Fen.ShouldBe(10_000_000_000);
        terms.Body.ShouldBe("绿茶");
        terms.Attach.ShouldBe("a=1&b=/\\\"<>é");
        terms.ReturnUrl.ShouldBe("https://shop.example/thanks?x=1");
        terms.Product.ShouldBe("test_page");
        terms.Lifetime.ShouldBe(TimeSpan.FromDays(15));
    }

    [Fact]
    public async Task An_order_that_names_its_channel_is_paid_there_at_once()
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("channel", "\"test_page\""))));

        answer["pay_url"].ShouldBe(
            $"https://pay.example/cashier/{gateway.Orders.Orders[0].Id}/test_page");
    }

    [Fact]
    public async Task The_same_content_again_is_the_same_answer_with_200()
    {
        var first = await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));

        var again = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("attach", "null"), ("body", "\"\""), ("fee_type", "\"CNY\""))));

        again.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
        gateway.Orders.MovesOf(gateway.Orders.Orders.ShouldHaveSingleItem().Id).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("total_fee", "101")]
    [InlineData("subject", "\"Coffee\"")]
    [InlineData("body", "\"b\"")]
    [InlineData("attach", "\"a\"")]
    [InlineData("notify_url", "\"https://shop.example/other\"")]
    [InlineData("return_url", "\"https://shop.example/return\"")]
    [InlineData("channel", "\"test_page\"")]
    [InlineData("expires_in", "60")]
    public async Task Other_content_under_the_same_number_is_refused(string name, string raw)
    {
        var order = await gateway.CreateOrderAsync();

        var answer = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json((name, raw))));

        answer.Code.ShouldBe("ORDER_CONTENT_DIFFERS");
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
    }

    [Fact]
    public async Task Two_applications_may_use_the_same_number()
    {
        await gateway.CreateOrderAsync();
        var request = MerchantRequest.Create(PaymentBody.Json(("total_fee", "7")));

        var other = await gateway.SendAsync(request with { By = TestMerchant.Other });

        other.Status.ShouldBe(201);
        gateway.Orders.Orders.Select(static o => o.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_paid_order_is_created_again_as_what_it_has_become()
    {
        await gateway.PayOrderAsync();

        var again = await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));

        again.Status.ShouldBe(200);
        again["trade_state"].ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    public async Task No_culture_changes_an_answer(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            var answer = await gateway.SendAsync(MerchantRequest.Create(
                PaymentBody.Json(("out_trade_no", "\"INVOICE-iI\""))));

            answer.Status.ShouldBe(201);
            answer["out_trade_no"].ShouldBe("INVOICE-iI");
            answer["expires_at"].ShouldBe("2026-03-01T14:00:00Z");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Every_success_has_the_request_id_and_is_not_stored_by_caches()
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));

        answer["request_id"].ShouldBe(TestRequest.Id);
        answer.Headers["X-Request-Id"].ToString().ShouldBe(TestRequest.Id);
        answer.Headers.CacheControl.ToString().ShouldBe("no-store");
        answer.Headers.ContentType.ToString().ShouldBe("application/json");
    }
}
