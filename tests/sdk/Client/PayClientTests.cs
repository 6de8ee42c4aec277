using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class PayClientTests : IAsyncLifetime
{
    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_payment_is_created_by_the_bytes_that_were_signed()
    {
        _gateway.Answer = Answers.Created;
        _gateway.Status = 201;
        var client = _gateway.Client();
        var request = client.NewRequest().SetParameter("out_trade_no", "T-2026_0001")
            .SetParameter("total_fee", "100").SetParameter("subject", "茶 🍵 \"é\"")
            .SetParameter("notify_url", "https://shop.example.com/n")
            .SetParameter("expires_in", "900");

        var result = await client.CreateAsync(request);

        result.Problem.ShouldBeNull();
        result.IsAnswered.ShouldBeTrue();
        result.Value.PayUrl.AbsolutePath.ShouldBe("/cashier/5Z7K2M9QW3E8R1T6Y4V0B2N8C7");
        result.Value.TradeState.ShouldBe(TradeState.NotPay);
        result.Value.ExpiresAt.ShouldBe(Vectors.Noon.AddHours(2));
        var (method, target, contentType, body) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target).ShouldBe(("POST", "/v1/payments"));
        contentType.ShouldBe("application/json; charset=utf-8");
        JsonNode.DeepEquals(JsonNode.Parse(body), new JsonObject
        {
            ["out_trade_no"] = "T-2026_0001",
            ["total_fee"] = 100,
            ["subject"] = "茶 🍵 \"é\"",
            ["notify_url"] = "https://shop.example.com/n",
            ["expires_in"] = 900,
        }).ShouldBeTrue(body);
    }

    [Fact]
    public async Task An_incomplete_payment_is_not_sent()
    {
        var client = _gateway.Client();

        await Should.ThrowAsync<PayRequestException>(() => client.CreateAsync(client.NewRequest()));

        _gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_is_found_by_either_number()
    {
        _gateway.Answer = Answers.Paid;
        var client = _gateway.Client();

        var byMerchant = await client.QueryAsync(OrderQueryRequest.ByOutTradeNo("T-2026_0001"));
        var byGateway = await client.QueryAsync(OrderQueryRequest.ByTransactionId("5Z7K"));

        _gateway.Calls.Select(call => $"{call.Method} {call.Target} {call.Body}").ShouldBe(
            ["GET /v1/payments?out_trade_no=T-2026_0001 ", "GET /v1/payments/5Z7K "]);
        byMerchant.Value.ShouldBe(byGateway.Value);
        var order = byMerchant.Value.ShouldNotBeNull();
        order.IsPaySuccessful().ShouldBeTrue();
        order.Subject.ShouldBe("茶");
        order.TimeEnd.ShouldBe(Vectors.Noon.AddSeconds(-6));
        order.OrderVersion.ShouldBe(3);
        order.Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_is_closed_by_an_empty_post()
    {
        _gateway.Answer = Answers.Paid.Replace("SUCCESS", "CLOSED", StringComparison.Ordinal);

        var result = await _gateway.Client().CloseAsync("5Z7K");

        result.Value!.TradeState.ShouldBe(TradeState.Closed);
        result.Value.IsPaySuccessful().ShouldBeFalse();
        _gateway.Calls.ShouldBe([("POST", "/v1/payments/5Z7K/close", null, "")]);
    }

    [Fact]
    public async Task A_notification_is_asked_about_and_resent()
    {
        _gateway.Answer = Answers.Notification;
        var client = _gateway.Client();

        var asked = await client.QueryNotificationAsync(new NotifyQueryRequest("01:HZ/x"));
        var resent = await client.ResendNotificationAsync("01HZX5N8Q2");

        _gateway.Calls.Select(call => $"{call.Method} {call.Target}").ShouldBe(
            ["GET /v1/notifications/01%3AHZ%2Fx", "POST /v1/notifications/01HZX5N8Q2/resend"]);
        var notification = asked.Value.ShouldNotBeNull();
        notification.IsPaySuccessful().ShouldBeTrue();
        notification.IsRefund.ShouldBeFalse();
        notification.Refund.ShouldBeNull();
        notification.State.ShouldBe(NotifyState.Pending);
        notification.NextAttemptAt.ShouldBe(Vectors.Noon.AddMinutes(2));
        notification.Attempts.Select(one => (one.Status, one.Answer, one.Outcome, one.DurationMs))
            .ShouldBe([(500, "oops", "REFUSED", 12), (null, null, "TIMEOUT", 10_000)]);
        resent.IsAnswered.ShouldBeTrue();
    }

    [Fact]
    public async Task A_notification_of_a_refund_is_told_from_one_of_a_payment()
    {
        _gateway.Answer = Answers.Notification
            .Replace("PAYMENT", "REFUND", StringComparison.Ordinal)
            .Replace(
                "\"state\"", $"\"refund\":{Answers.Refund},\"state\"", StringComparison.Ordinal);

        var asked = await _gateway.Client().QueryNotificationAsync(new NotifyQueryRequest("1"));

        asked.Value!.IsRefund.ShouldBeTrue();
        asked.Value.Refund!.OutRequestNo.ShouldBe("R-2026_0001");
        asked.Value.Refund.IsRefundSuccessful().ShouldBeTrue();
    }

    [Fact]
    public async Task A_payment_by_code_comes_with_its_code()
    {
        _gateway.Answer = Answers.Created.Replace(
            "\"order_version\"",
            "\"code_url\":\"https://qr.alipay.com/bax00001\",\"order_version\"",
            StringComparison.Ordinal);

        var result = await _gateway.Client().CreateAsync(
            A.Request().SetParameter("channel", "alipay_qr"));

        result.Value!.CodeUrl.ShouldBe("https://qr.alipay.com/bax00001");
        _gateway.Calls[0].Body.ShouldContain("\"channel\":\"alipay_qr\"");
    }

    [Fact]
    public async Task A_payment_in_the_wallet_comes_with_what_opens_it()
    {
        _gateway.Answer = Answers.Created.Replace(
            "\"order_version\"",
            "\"wallet\":{\"appId\":\"wx1\",\"package\":\"prepay_id=1\"},\"order_version\"",
            StringComparison.Ordinal);
        var request = A.Request().SetParameter("channel", "wechatpay_jsapi");
        request.PayerId = "o-1";

        var result = await _gateway.Client().CreateAsync(request);

        result.Value!.Wallet.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["appId"] = "wx1",
            ["package"] = "prepay_id=1",
        });
        _gateway.Calls[0].Body.ShouldContain("\"payer_id\":\"o-1\"");
    }

    [Fact]
    public async Task No_nonce_is_used_twice()
    {
        _gateway.Answer = Answers.Paid;
        var client = _gateway.Client();

        for (var call = 0; call < 5; call++)
        {
            await client.CloseAsync("5Z7K");
        }

        _gateway.Nonces.Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a?b=1")]
    [InlineData("a\r\nX: y")]
    public void A_number_that_would_change_the_path_is_refused(string number)
    {
        var client = _gateway.Client();

        Should.Throw<ArgumentException>(() => OrderQueryRequest.ByOutTradeNo(number));
        Should.Throw<ArgumentException>(() => OrderQueryRequest.ByTransactionId(number));
        Should.Throw<ArgumentException>(() => client.CloseAsync(number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a b")]
    [InlineData("a\r\nX: y")]
    public void A_notify_id_that_would_change_the_path_is_refused(string notifyId)
        => Should.Throw<ArgumentException>(() => new NotifyQueryRequest(notifyId));
}
