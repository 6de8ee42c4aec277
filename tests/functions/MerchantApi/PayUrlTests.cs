namespace PayFunctions.Tests.MerchantApi;

public sealed class PayUrlTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_signed_URL_creates_the_order_and_leads_to_its_page_each_time()
    {
        var url = New(("attach", "a b+c&d=e/%20绿茶"));

        var first = await gateway.SendAsync("GET", url.Target);
        var again = await gateway.SendAsync("GET", url.Target);

        var order = gateway.Orders.Orders.ShouldHaveSingleItem();
        first.Status.ShouldBe(302);
        first.Headers.Location.ToString().ShouldBe($"https://pay.example/cashier/{order.Id}");
        again.Headers.Location.ShouldBe(first.Headers.Location);
        order.Terms.Attach.ShouldBe("a b+c&d=e/%20绿茶");
        order.Terms.NotifyUrl.ShouldBe("https://shop.example/notify?a=1&b=2");
    }

    [Fact]
    public async Task A_blank_may_be_written_as_a_plus()
    {
        var target = New(("subject", "Green Tea")).Target
            .Replace("Green%20Tea", "Green+Tea", StringComparison.Ordinal);

        var answer = await gateway.SendAsync("GET", target);

        answer.Status.ShouldBe(302);
        gateway.Orders.Orders[0].Terms.Subject.ShouldBe("Green Tea");
    }

    [Fact]
    public async Task A_plus_that_is_not_encoded_is_not_the_plus_that_was_signed()
    {
        var target = New(("subject", "Tea+Milk")).Target
            .Replace("Tea%2BMilk", "Tea+Milk", StringComparison.Ordinal);

        var answer = await gateway.SendAsync("GET", target);

        answer.Text.ShouldContain("SIGNATURE_INVALID");
    }

    [Theory]
    [InlineData("out_trade_no", "A-2")]
    [InlineData("total_fee", "1")]
    [InlineData("subject", "Coffee")]
    [InlineData("notify_url", "https://thief.example/")]
    [InlineData("timestamp", "1772366401")]
    [InlineData("app_id", "other")]
    [InlineData("sign", "AAAA")]
    [InlineData("sign", "not base64")]
    public async Task A_field_changed_after_signing_is_noticed(string name, string value)
    {
        var answer = await gateway.SendAsync("GET", New().Tampered(name, value));

        answer.Status.ShouldBe(401);
        answer.Text.ShouldContain("SIGNATURE_INVALID");
        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("app_id", null, "PARAMETER_MISSING")]
    [InlineData("timestamp", "", "PARAMETER_MISSING")]
    [InlineData("charset", null, "PARAMETER_MISSING")]
    [InlineData("version", null, "PARAMETER_MISSING")]
    [InlineData("sign_type", null, "PARAMETER_MISSING")]
    [InlineData("key_id", null, "PARAMETER_MISSING")]
    [InlineData("charset", "gbk", "PARAMETER_INVALID")]
    [InlineData("charset", "UTF-8", "PARAMETER_INVALID")]
    [InlineData("version", "2.0", "PARAMETER_INVALID")]
    [InlineData("sign_type", "RSA", "PARAMETER_INVALID")]
    [InlineData("sign_type", "MD5", "PARAMETER_INVALID")]
    [InlineData("timestamp", "soon", "TIMESTAMP_OUT_OF_RANGE")]
    [InlineData("timestamp", "99999999999999999999", "TIMESTAMP_OUT_OF_RANGE")]
    [InlineData("app_id", "nobody", "APPLICATION_UNKNOWN")]
    [InlineData("app_id", "a/b?c#d", "APPLICATION_UNKNOWN")]
    [InlineData("key_id", "key-9", "KEY_UNKNOWN")]
    [InlineData("color", "red", "PARAMETER_INVALID")]
    [InlineData("Subject", "Tea", "PARAMETER_INVALID")]
    [InlineData("out_trade_no", null, "PARAMETER_MISSING")]
    [InlineData("out_trade_no", "", "PARAMETER_MISSING")]
    [InlineData("total_fee", "0100", "AMOUNT_INVALID")]
    [InlineData("total_fee", " 100", "AMOUNT_INVALID")]
    [InlineData("total_fee", "1.00", "AMOUNT_INVALID")]
    [InlineData("total_fee", "１００", "AMOUNT_INVALID")]
    [InlineData("fee_type", "USD", "CURRENCY_UNSUPPORTED")]
    [InlineData("subject", "a/b", "PARAMETER_INVALID")]
    [InlineData("notify_url", "http://shop.example/", "URL_INVALID")]
    [InlineData("channel", "alipay_page", "CHANNEL_UNSUPPORTED")]
    [InlineData("expires_in", "060", "PARAMETER_INVALID")]
    public async Task What_is_wrong_is_shown_to_the_payer_and_nothing_is_stored(
        string name, string? value, string code)
    {
        var answer = await gateway.SendAsync("GET", New((name, value)).Target);

        answer.Status.ShouldBeInRange(400, 401);
        answer.Headers.ContentType.ToString().ShouldStartWith("text/html");
        answer.Text.ShouldContain(code);
        answer.Text.ShouldContain(TestRequest.Id);
        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disabled_application_cannot_sell()
    {
        var closed = new TestGateway(TestMerchant.Shop.Registered with { Enabled = false });

        var answer = await closed.SendAsync("GET", New().Target);

        answer.Status.ShouldBe(403);
        answer.Text.ShouldContain("APPLICATION_DISABLED");
    }

    [Fact]
    public async Task A_parameter_may_come_once()
    {
        var answer = await gateway.SendAsync("GET", New().Target + "&total_fee=100");

        answer.Text.ShouldContain("PARAMETER_DUPLICATED");
    }

    [Theory]
    [InlineData(86_400, true)]
    [InlineData(86_401, false)]
    [InlineData(-86_400, true)]
    [InlineData(-86_401, false)]
    public async Task A_URL_may_be_opened_for_a_day(int age, bool isTaken)
    {
        var url = new PayUrl(gateway.Clock.GetUtcNow() - TimeSpan.FromSeconds(age));

        var answer = await gateway.SendAsync("GET", url.Target);

        answer.Status.ShouldBe(isTaken ? 302 : 401);
    }

    [Fact]
    public async Task Storage_is_asked_about_nothing_that_is_not_whole()
    {
        gateway.Applications.IsDown = true;

        await gateway.SendAsync("GET", "/pay");
        await gateway.SendAsync("GET", "/pay?app_id=shop");
        await gateway.SendAsync("GET", New(("app_id", "a/b")).Target);
        var readsBefore = gateway.Applications.Reads;
        var whole = await gateway.SendAsync("GET", New().Target);

        readsBefore.ShouldBe(0);
        whole.Status.ShouldBe(503);
        whole.Text.ShouldContain("TRY_AGAIN");
    }

    [Fact]
    public async Task A_query_of_more_than_8192_characters_is_not_read()
    {
        var answer = await gateway.SendAsync("GET", "/pay?" + new string('a', 8_192));

        answer.Status.ShouldBe(413);
        answer.Text.ShouldContain("BODY_TOO_LARGE");
    }

    [Fact]
    public async Task Other_content_under_a_used_number_is_refused()
    {
        await gateway.SendAsync("GET", New().Target);

        var answer = await gateway.SendAsync("GET", New(("total_fee", "99")).Target);

        answer.Status.ShouldBe(409);
        answer.Text.ShouldContain("ORDER_CONTENT_DIFFERS");
        gateway.Orders.Orders.ShouldHaveSingleItem().Terms.Total.Fen.ShouldBe(100);
    }

    private PayUrl New(params (string Name, string? Value)[] changes)
        => new(gateway.Clock.GetUtcNow(), changes);
}
