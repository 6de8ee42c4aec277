namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>Amounts that a payer authorises, by the interface of fund authorisations.</summary>
public sealed class HoldTests : IAsyncLifetime
{
    private const string Question = "alipay.fund.auth.operation.detail.query";
    private const string Unfreezing = "alipay.fund.auth.order.unfreeze";
    private const string Cancelling = "alipay.fund.auth.operation.cancel";

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_code_leads_to_a_page_on_which_the_payer_authorises()
    {
        var answer = await CreateAsync();

        answer.Genuine.ShouldBe(true);
        answer.Names.ShouldBe(
            ["code", "msg", "code_type", "code_value", "out_order_no", "out_request_no"]);
        (await QueryAsync("H1"))["sub_code"].ShouldBe("AUTH_ORDER_NOT_EXIST");
        using var page = await world.Client.GetAsync(new Uri(answer["code_value"]!));
        (await page.Content.ReadAsStringAsync()).ShouldContain("88.88");
        using var paid = await world.Client.PostAsync(
            new Uri(answer["code_value"] + "/pay"), null);

        var notice = await world.NotifiedAsync();
        notice.IsGenuine.ShouldBeTrue();
        notice["notify_type"].ShouldBe("fund_auth_freeze");
        (notice["out_order_no"], notice["out_request_no"], notice["amount"], notice["status"])
            .ShouldBe(("H1", "H1", "88.88", "SUCCESS"));
        var held = await QueryAsync("H1");
        (held["status"], held["order_status"], held["rest_amount"], held["operation_type"])
            .ShouldBe(("SUCCESS", "AUTHORIZED", "88.88", "FREEZE"));
        held["auth_no"].ShouldBe(notice["auth_no"]);
        held["payer_user_id"].ShouldBe("2088101117955611");
    }

    [Fact]
    public async Task Parts_are_let_go_until_nothing_is_left()
    {
        var holdNo = await HoldAsync();

        var part = await UnfreezeAsync(holdNo, "R1", "8.88");
        var notice = await world.NotifiedAsync();
        var again = await UnfreezeAsync(holdNo, "R1", "8.88");
        var other = await UnfreezeAsync(holdNo, "R1", "8.89");
        var more = await UnfreezeAsync(holdNo, "R2", "80.01");
        var rest = await UnfreezeAsync(holdNo, "R2", "80.00");
        var late = await UnfreezeAsync(holdNo, "R3", "0.01");

        (part["status"], part["amount"]).ShouldBe(("SUCCESS", "8.88"));
        (notice["notify_type"], notice["out_request_no"], notice["amount"], notice["rest_amount"])
            .ShouldBe(("fund_auth_unfreeze", "R1", "8.88", "80.00"));
        again["operation_id"].ShouldBe(part["operation_id"]);
        other["sub_code"].ShouldBe("UNIQUE_VIOLATION");
        more["sub_code"].ShouldBe("REQUEST_AMOUNT_EXCEED");
        rest["status"].ShouldBe("SUCCESS");
        late["sub_code"].ShouldBe("ORDER_ALREADY_FINISH");
        (await QueryAsync("H1"))["order_status"].ShouldBe("FINISH");
        (await QueryAsync("R1"))["operation_type"].ShouldBe("UNFREEZE");
        (await QueryAsync("R9"))["sub_code"].ShouldBe("AUTH_OPERATION_NOT_EXIST");
    }

    [Fact]
    public async Task What_is_taken_is_a_trade_and_counts_against_the_hold()
    {
        var holdNo = await HoldAsync();

        var taken = await CaptureAsync(holdNo, "C1", "8.88");
        var notice = await world.NotifiedAsync();
        var again = await CaptureAsync(holdNo, "C1", "8.88");
        var more = await CaptureAsync(holdNo, "C2", "80.01");

        (taken["code"], taken["total_amount"]).ShouldBe(("10000", "8.88"));
        (notice["notify_type"], notice["out_trade_no"], notice["trade_status"]).ShouldBe(
            ("trade_status_sync", "C1", "TRADE_SUCCESS"));
        again["sub_code"].ShouldBe("ACQ.TRADE_HAS_SUCCESS");
        more["sub_code"].ShouldBe("ACQ.AUTH_AMOUNT_NOT_ENOUGH");
        (await world.QueryAsync("C1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
        var held = await QueryAsync("H1");
        (held["total_pay_amount"], held["rest_amount"]).ShouldBe(("8.88", "80.00"));
    }

    [Fact]
    public async Task The_last_one_lets_the_rest_go()
    {
        var holdNo = await HoldAsync();

        await CaptureAsync(holdNo, "C1", "8.88", mode: "COMPLETE");

        var held = await QueryAsync("H1");
        (held["order_status"], held["rest_amount"], held["total_unfreeze_amount"])
            .ShouldBe(("FINISH", "0.00", "80.00"));
        (await CaptureAsync(holdNo, "C2", "0.01"))["sub_code"]
            .ShouldBe("ACQ.AUTH_ORDER_HAS_FINISHED");
    }

    [Theory]
    [InlineData("PRE_AUTH\"", "PRE_AUTH_ONLINE\"", "ACQ.PRE_AUTH_PROD_CODE_INCONSISTENT")]
    [InlineData("2088101117955611", "2088101117955612", "ACQ.PAYER_UNMATCHED")]
    [InlineData(AlipayWorld.Seller, "2088101106499365", "ACQ.SELLER_NOT_EXIST")]
    [InlineData("NOT_COMPLETE", "LATER", "ACQ.INVALID_PARAMETER")]
    [InlineData("\"auth_no\":\"", "\"auth_no\":\"9", "ACQ.AUTH_NO_ERROR")]
    public async Task A_capture_that_does_not_fit_is_refused(string what, string by, string code)
    {
        var holdNo = await HoldAsync();

        var answer = await world.AskAsync(
            "alipay.trade.pay",
            Capture(holdNo, "C1", "8.88").Replace(what, by, StringComparison.Ordinal));

        answer["sub_code"].ShouldBe(code);
        (await QueryAsync("H1"))["rest_amount"].ShouldBe("88.88");
    }

    [Fact]
    public async Task A_cancel_ends_what_nobody_authorised_and_thaws_what_somebody_did()
    {
        await CreateAsync("H2");
        (await CancelAsync("H2"))["sub_code"].ShouldBe("AUTH_ORDER_NOT_EXIST");
        await HoldAsync();

        var thawed = await CancelAsync("H1");
        var notice = await world.NotifiedAsync();
        var again = await CancelAsync("H1");

        thawed["action"].ShouldBe("unfreeze");
        (notice["notify_type"], notice["action"])
            .ShouldBe(("fund_auth_operation_cancel", "unfreeze"));
        again["sub_code"].ShouldBe("ILLEGAL_STATUS");
    }

    [Fact]
    public async Task Nobody_authorises_after_the_time_the_merchant_gave()
    {
        await CreateAsync();
        world.Time.Advance(TimeSpan.FromMinutes(16));

        using var answer = await world.Client.PostAsync("/control/trades/H1/pay", null);

        ((int)answer.StatusCode).ShouldBe(409);
    }

    [Theory]
    [InlineData("\"88.88\"", "\"0\"", "amount")]
    [InlineData("\"PRE_AUTH\"", "\"\"", "product_code")]
    [InlineData("\"押金\"", "\"\"", "order_title")]
    [InlineData("\"15m\"", "\"1d12h\"", "pay_timeout")]
    [InlineData("\"15m\"", "\"30s\"", "pay_timeout")]
    [InlineData(AlipayWorld.Seller, "2088101106499365", "payee_user_id")]
    [InlineData("\"out_request_no\":\"H1\"", "\"out_request_no\":\"\"", "out_request_no")]
    public async Task A_wrong_field_is_named(string what, string by, string field)
    {
        var answer = await world.AskAsync(
            "alipay.fund.auth.order.voucher.create",
            Create("H1").Replace(what, by, StringComparison.Ordinal));

        answer["sub_code"].ShouldBe("ILLEGAL_ARGUMENT");
        answer["sub_msg"]!.ShouldContain(field);
    }

    private static string Create(string number)
        => $$"""
            {"out_order_no":"{{number}}","out_request_no":"{{number}}","order_title":"押金",
            "amount":"88.88","product_code":"PRE_AUTH","payee_user_id":"{{AlipayWorld.Seller}}",
            "pay_timeout":"15m"}
            """;

    private static string Capture(
        string holdNo, string number, string amount, string mode = "NOT_COMPLETE")
        => $$"""
            {"out_trade_no":"{{number}}","total_amount":"{{amount}}","subject":"押金",
            "product_code":"PRE_AUTH","auth_no":"{{holdNo}}","auth_confirm_mode":"{{mode}}",
            "buyer_id":"2088101117955611","seller_id":"{{AlipayWorld.Seller}}"}
            """;

    private Task<SignedAnswer> CreateAsync(string number = "H1")
        => world.AskAsync("alipay.fund.auth.order.voucher.create", Create(number));

    private async Task<string> HoldAsync()
    {
        await CreateAsync();
        await world.PayAsync("H1");
        return (await world.NotifiedAsync())["auth_no"];
    }

    private Task<SignedAnswer> QueryAsync(string operation)
        => world.AskAsync(
            Question, $$"""{"out_order_no":"H1","out_request_no":"{{operation}}"}""");

    private Task<SignedAnswer> UnfreezeAsync(string holdNo, string number, string amount)
        => world.AskAsync(
            Unfreezing,
            $$"""
            {"auth_no":"{{holdNo}}","out_request_no":"{{number}}","amount":"{{amount}}",
            "remark":"解冻"}
            """);

    private Task<SignedAnswer> CaptureAsync(
        string holdNo, string number, string amount, string mode = "NOT_COMPLETE")
        => world.AskAsync("alipay.trade.pay", Capture(holdNo, number, amount, mode));

    private Task<SignedAnswer> CancelAsync(string number)
        => world.AskAsync(
            Cancelling,
            $$"""{"out_order_no":"{{number}}","out_request_no":"{{number}}","remark":"x"}""");
}
