namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>Agreements that a payer signs, and debits under them.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private const string Scene = "DEFAULT|DEFAULT";

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_page_leads_to_an_agreement_that_is_told_and_asked_about()
    {
        (await SignPageAsync(Sign())).ShouldContain("Agree");
        (await QueryAsync())["sub_code"].ShouldBe("USER_AGREEMENT_NOT_EXIST");

        await world.PayAsync("G1");

        var notice = await world.NotifiedAsync();
        notice.IsGenuine.ShouldBeTrue();
        (notice["notify_type"], notice["external_agreement_no"], notice["status"]).ShouldBe(
            ("dut_user_sign", "G1", "NORMAL"));
        notice["partner_id"].ShouldBe(AlipayWorld.Seller);
        var known = await QueryAsync();
        known.Genuine.ShouldBe(true);
        (known["agreement_no"], known["status"], known["sign_scene"]).ShouldBe(
            (notice["agreement_no"], "NORMAL", Scene));
    }

    [Fact]
    public async Task A_plan_limits_debits()
    {
        var number = await SignedAsync(Sign("CYCLE_PAY_AUTH", """
            ,"period_rule_params":{"period_type":"MONTH","period":1,"execute_time":"2026-02-28",
            "single_amount":"10.00","total_amount":"15.00","total_payments":3}
            """));

        (await DebitAsync(number, "D1", "10.01", "CYCLE_PAY_AUTH"))["sub_code"]
            .ShouldBe("ACQ.CYCLE_PAY_SINGLE_FEE_EXCEED");
        (await DebitAsync(number, "D2", "10.00", "CYCLE_PAY_AUTH"))["code"].ShouldBe("10000");
        (await DebitAsync(number, "D2", "10.00", "CYCLE_PAY_AUTH"))["sub_code"]
            .ShouldBe("ACQ.TRADE_HAS_SUCCESS");
        (await DebitAsync(number, "D3", "5.01", "CYCLE_PAY_AUTH"))["sub_code"]
            .ShouldBe("ACQ.CYCLE_PAY_TOTAL_FEE_EXCEED");
        (await DebitAsync(number, "D4", "1.00", "CYCLE_PAY_AUTH"))["code"].ShouldBe("10000");
        (await DebitAsync(number, "D5", "1.00", "CYCLE_PAY_AUTH"))["code"].ShouldBe("10000");
        (await DebitAsync(number, "D6", "1.00", "CYCLE_PAY_AUTH"))["sub_code"]
            .ShouldBe("ACQ.CYCLE_PAY_TOTAL_TIMES_EXCEED");
    }

    [Fact]
    public async Task A_debit_names_an_agreement_in_force_its_product_and_no_code()
    {
        var number = await SignedAsync(Sign());

        (await DebitAsync("nobody", "D1", "1.00"))["sub_code"]
            .ShouldBe("ACQ.AGREEMENT_NOT_EXIST");
        (await DebitAsync(number, "D1", "1.00", "CYCLE_PAY_AUTH"))["sub_code"]
            .ShouldBe("ACQ.AGREEMENT_INVALID");
        (await DebitAsync(number, "D1", "1.00", more: ",\"scene\":\"bar_code\""))["sub_msg"]!
            .ShouldContain("scene");
        (await DebitAsync(number, "D1", "1.00"))["code"].ShouldBe("10000");
        (await world.QueryAsync("D1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
        (await world.NotifiedAsync())["out_trade_no"].ShouldBe("D1");
    }

    [Fact]
    public async Task What_is_ended_is_told_once_and_debited_no_more()
    {
        var number = await SignedAsync(Sign());

        var ended = await UnsignAsync(number);
        var notice = await world.NotifiedAsync();
        var again = await UnsignAsync(number);

        ended["code"].ShouldBe("10000");
        (notice["notify_type"], notice["status"], notice["agreement_no"]).ShouldBe(
            ("dut_user_unsign", "UNSIGN", number));
        notice["unsign_time"].ShouldNotBeEmpty();
        again["sub_code"].ShouldBe("AGREEMENT_NOT_EXIST");
        (await QueryAsync())["sub_code"].ShouldBe("USER_AGREEMENT_NOT_EXIST");
        (await DebitAsync(number, "D1", "1.00"))["sub_code"]
            .ShouldBe("ACQ.AGREEMENT_STATUS_NOT_NORMAL");
    }

    [Theory]
    [InlineData("GENERAL_WITHHOLDING_P", "ANOTHER_P", "personal_product_code")]
    [InlineData("\"GENERAL_WITHHOLDING\"", "\"CYCLE_PAY_AUTH\"", "product_code")]
    [InlineData("QRCODE", "PIGEON", "access_params")]
    [InlineData("\"G1\"", "\"\"", "external_agreement_no")]
    [InlineData("30d", "30x", "sign_validity_period")]
    public async Task A_wrong_field_is_named(string what, string by, string field)
        => (await SignPageAsync(Sign().Replace(what, by, StringComparison.Ordinal)))
            .ShouldContain(field);

    [Fact]
    public async Task A_plan_is_wanted_by_its_product()
        => (await SignPageAsync(Sign("CYCLE_PAY_AUTH"))).ShouldContain("period_rule_params");

    private static string Sign(string product = "GENERAL_WITHHOLDING", string more = "")
        => $$"""
            {"personal_product_code":"{{product}}_P","sign_scene":"{{Scene}}",
            "product_code":"{{product}}","access_params":{"channel":"QRCODE"},
            "external_agreement_no":"G1","sign_validity_period":"30d"{{more}}}
            """;

    private async Task<string> SignPageAsync(string content)
    {
        using var page = await world.Call("alipay.user.agreement.page.sign", content)
            .With("notify_url", world.Merchant.NotifyUrl)
            .With("return_url", world.Merchant.ReturnUrl)
            .SendAsync();
        var target = page.Headers.Location;
        if (target is null)
        {
            return await page.Content.ReadAsStringAsync();
        }

        using var shown = await world.Client.GetAsync(target);
        return await shown.Content.ReadAsStringAsync();
    }

    private async Task<string> SignedAsync(string content)
    {
        await SignPageAsync(content);
        await world.PayAsync("G1");
        return (await world.NotifiedAsync())["agreement_no"];
    }

    private Task<SignedAnswer> QueryAsync()
        => world.AskAsync(
            "alipay.user.agreement.query",
            $$"""
            {"personal_product_code":"GENERAL_WITHHOLDING_P","sign_scene":"{{Scene}}",
            "external_agreement_no":"G1"}
            """);

    private Task<SignedAnswer> UnsignAsync(string number)
        => world.AskAsync(
            "alipay.user.agreement.unsign", $$"""{"agreement_no":"{{number}}"}""");

    private Task<SignedAnswer> DebitAsync(
        string number, string trade, string amount, string product = "GENERAL_WITHHOLDING",
        string more = "")
        => world.AskAsync(
            "alipay.trade.pay",
            $$"""
            {"out_trade_no":"{{trade}}","total_amount":"{{amount}}","subject":"茶",
            "product_code":"{{product}}","agreement_params":{"agreement_no":"{{number}}"}{{more}}}
            """);
}
