namespace PayFunctions.Tests.MerchantApi;

public sealed class CreateRefusalTests
{
    private readonly TestGateway gateway = new();

    [Theory]
    [InlineData("out_trade_no", null, "PARAMETER_MISSING")]
    [InlineData("out_trade_no", "null", "PARAMETER_MISSING")]
    [InlineData("out_trade_no", "\"\"", "PARAMETER_MISSING")]
    [InlineData("out_trade_no", "\"A 1\"", "PARAMETER_INVALID")]
    [InlineData("out_trade_no", "\"A/1\"", "PARAMETER_INVALID")]
    [InlineData("out_trade_no", "\"订单\"", "PARAMETER_INVALID")]
    [InlineData("out_trade_no", "\"A\\n\"", "PARAMETER_INVALID")]
    [InlineData("out_trade_no", "1", "PARAMETER_INVALID")]
    [InlineData("total_fee", null, "PARAMETER_MISSING")]
    [InlineData("total_fee", "0", "AMOUNT_INVALID")]
    [InlineData("total_fee", "-1", "AMOUNT_INVALID")]
    [InlineData("total_fee", "10000000001", "AMOUNT_INVALID")]
    [InlineData("total_fee", "9223372036854775808", "AMOUNT_INVALID")]
    [InlineData("total_fee", "1.0", "AMOUNT_INVALID")]
    [InlineData("total_fee", "1e2", "AMOUNT_INVALID")]
    [InlineData("total_fee", "1E400", "AMOUNT_INVALID")]
    [InlineData("total_fee", "\"100\"", "PARAMETER_INVALID")]
    [InlineData("total_fee", "true", "PARAMETER_INVALID")]
    [InlineData("total_fee", "[1]", "PARAMETER_INVALID")]
    [InlineData("fee_type", "\"USD\"", "CURRENCY_UNSUPPORTED")]
    [InlineData("fee_type", "\"cny\"", "CURRENCY_UNSUPPORTED")]
    [InlineData("subject", null, "PARAMETER_MISSING")]
    [InlineData("subject", "\"a/b\"", "PARAMETER_INVALID")]
    [InlineData("subject", "\"a=b\"", "PARAMETER_INVALID")]
    [InlineData("subject", "\"a&b\"", "PARAMETER_INVALID")]
    [InlineData("subject", "\"a\\u0000b\"", "PARAMETER_INVALID")]
    [InlineData("subject", "\"a\\nb\"", "PARAMETER_INVALID")]
    [InlineData("subject", "\"a\\u007fb\"", "PARAMETER_INVALID")]
    [InlineData("subject", "\"a\\u0085b\"", "PARAMETER_INVALID")]
    [InlineData("subject", "\"a\\ufffdb\"", "PARAMETER_INVALID")]
    [InlineData("body", "\"a\\tb\"", "PARAMETER_INVALID")]
    [InlineData("attach", "\"a\\rb\"", "PARAMETER_INVALID")]
    [InlineData("attach", "{\"a\":1}", "PARAMETER_INVALID")]
    [InlineData("notify_url", null, "PARAMETER_MISSING")]
    [InlineData("channel", "\"alipay_page\"", "CHANNEL_UNSUPPORTED")]
    [InlineData("channel", "\"TEST_PAGE\"", "CHANNEL_UNSUPPORTED")]
    [InlineData("expires_in", "59", "PARAMETER_INVALID")]
    [InlineData("expires_in", "1296001", "PARAMETER_INVALID")]
    [InlineData("expires_in", "60.0", "PARAMETER_INVALID")]
    [InlineData("expires_in", "-60", "PARAMETER_INVALID")]
    [InlineData("expires_in", "99999999999999999999", "PARAMETER_INVALID")]
    [InlineData("expires_in", "\"60\"", "PARAMETER_INVALID")]
    public async Task A_wrong_member_is_named_and_nothing_is_stored(
        string name, string? raw, string code)
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json((name, raw))));

        answer.Code.ShouldBe(code);
        answer.Status.ShouldBe(400);
        answer.Detail.ShouldStartWith(name + ": ");
        gateway.Orders.Orders.ShouldBeEmpty();
        gateway.Movements.Queue.Sends.ShouldBe(0);
    }

    [Theory]
    [InlineData("out_trade_no", 64)]
    [InlineData("subject", 256)]
    [InlineData("body", 128)]
    [InlineData("attach", 512)]
    public async Task A_text_may_have_its_limit_and_not_one_more(string name, int limit)
    {
        var fits = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json((name, $"\"{new string('x', limit)}\""))));
        var exceeds = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json((name, $"\"{new string('x', limit + 1)}\""))));

        fits.Status.ShouldBe(201);
        exceeds.Code.ShouldBe("PARAMETER_INVALID");
    }

    [Theory]
    [InlineData("https://shop.example/notify?a=1", true)]
    [InlineData("https://8.8.8.8/notify", true)]
    [InlineData("http://shop.example/notify", false)]
    [InlineData("https://127.0.0.1/notify", false)]
    [InlineData("https://10.0.0.1/notify", false)]
    [InlineData("https://[::1]/notify", false)]
    [InlineData("https://169.254.169.254/metadata", false)]
    [InlineData("https://localhost/notify", false)]
    [InlineData("https://2130706433/notify", false)]
    [InlineData("https://user@shop.example/notify", false)]
    [InlineData("https://shop.example/notify#top", false)]
    [InlineData("ftp://shop.example/notify", false)]
    [InlineData("/notify", false)]
    public async Task Both_urls_follow_the_same_rules(string url, bool isTaken)
    {
        foreach (var name in (string[])["notify_url", "return_url"])
        {
            var answer = await new TestGateway().SendAsync(MerchantRequest.Create(
                PaymentBody.Json((name, $"\"{url}\""))));

            answer.Code.ShouldBe(isTaken ? null : "URL_INVALID");
        }
    }

    [Fact]
    public async Task Plain_http_is_taken_where_the_application_may_use_it()
    {
        var open = new TestGateway(TestMerchant.Shop.Registered with { AllowHttp = true });

        var answer = await open.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("notify_url", "\"http://shop.example/notify\""))));

        answer.Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_channel_without_an_account_of_the_application_is_refused()
    {
        var poor = new TestGateway(TestMerchant.Shop.Registered with
        {
            Accounts = TestMerchant.Shop.Registered.Accounts.Clear(),
        });

        var answer = await poor.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("channel", "\"test_page\""))));

        answer.Code.ShouldBe("CHANNEL_UNSUPPORTED");
    }
}
