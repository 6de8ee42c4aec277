using System.Net;
using System.Net.Http.Json;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class ChargeTests : IAsyncLifetime
{
    private const string Code = "2812345678901234";

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_code_pays_at_once_and_the_merchant_is_told_all_the_same()
    {
        var answer = await world.ChargeAsync("T1", Code + "56", ""","store_id":"NJ_001" """);

        answer.Genuine.ShouldBe(true);
        answer["code"].ShouldBe("10000");
        answer.Names.ShouldBe(AlipayVectors.FieldsOf("trade.pay 10000"));
        answer["buyer_pay_amount"].ShouldBe("88.88");
        var notice = await world.NotifiedAsync();
        notice.IsGenuine.ShouldBeTrue();
        notice["trade_no"].ShouldBe(answer["trade_no"]);
    }

    [Fact]
    public async Task A_payer_who_has_to_confirm_does_so_on_a_page()
    {
        var answer = await world.ChargeAsync("T1", Code + "901");
        var trade = await world.TradeAsync("T1");
        var page = trade.GetProperty("pay_url").GetString();

        using var confirmed = await world.Client.PostAsync($"{page}/pay", null);

        answer["code"].ShouldBe("10003");
        answer.Names.ShouldBe(AlipayVectors.FieldsOf("trade.pay 10003 waiting for buyer"));
        answer["msg"].ShouldBe(" order success pay inprocess");
        trade.GetProperty("state").GetString().ShouldBe("waiting");
        (await world.NotifiedAsync())["trade_status"].ShouldBe("TRADE_SUCCESS");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
    }

    [Fact]
    public async Task A_payer_who_has_to_confirm_does_so_by_control()
    {
        await world.ChargeAsync("T1", Code + "901");
        await world.PayAsync("T1");

        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
    }

    [Fact]
    public async Task A_payer_who_never_confirms_lets_the_trade_close()
    {
        var answer = await world.ChargeAsync("T1", Code + "902", ""","timeout_express":"3m" """);
        using var asked = await world.Client.PostAsync("/control/trades/T1/pay", null);
        var page = (await world.TradeAsync("T1")).GetProperty("pay_url").GetString();
        using var pressed = await world.Client.PostAsync($"{page}/pay", null);
        var before = await world.QueryAsync("T1");
        world.Time.Advance(TimeSpan.FromMinutes(3));

        answer["code"].ShouldBe("10003");
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await pressed.Content.ReadAsStringAsync()).ShouldContain("never");
        before["trade_status"].ShouldBe("WAIT_BUYER_PAY");
        (await world.TradeAsync("T1")).GetProperty("trade_status").GetString()
            .ShouldBe("TRADE_CLOSED");
    }

    [Theory]
    [InlineData("911", "ACQ.PAYMENT_AUTH_CODE_INVALID")]
    [InlineData("912", "ACQ.BUYER_BALANCE_NOT_ENOUGH")]
    [InlineData("913", "ACQ.PAYMENT_FAIL")]
    [InlineData("914", "ACQ.SYSTEM_ERROR")]
    public async Task A_refused_code_leaves_no_trade(string suffix, string subCode)
    {
        var answer = await world.ChargeAsync("T1", Code + suffix);

        answer["code"].ShouldBe("40004");
        answer["sub_code"].ShouldBe(subCode);
        answer.Names.ShouldBe(
            AlipayVectors.FieldsOf("trade.pay 40004 ACQ.PAYMENT_AUTH_CODE_INVALID"));
        (await world.QueryAsync("T1"))["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
    }

    [Theory]
    [InlineData("903", "20000", "")]
    [InlineData("904", "20000", "TRADE_SUCCESS")]
    [InlineData("905", "20000", "WAIT_BUYER_PAY")]
    [InlineData("915", "40004", "TRADE_SUCCESS")]
    public async Task An_unknown_result_may_be_anything(string suffix, string code, string status)
    {
        var answer = await world.ChargeAsync("T1", Code + suffix);

        answer["code"].ShouldBe(code);
        if (code == "20000")
        {
            answer.Names.ShouldBe(AlipayVectors.FieldsOf("trade.pay 20000 system busy"));
        }

        (await world.QueryAsync("T1"))["trade_status"].ShouldBe(status);
    }

    [Theory]
    [InlineData("busy", "", "10000")]
    [InlineData("busy;done", "TRADE_SUCCESS", "40004")]
    public async Task A_busy_gateway_may_have_charged(string fault, string status, string again)
    {
        var busy = await world.ChargeAsync("T1", Code + "56", fault: fault);

        busy["code"].ShouldBe("20000");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe(status);
        (await world.ChargeAsync("T1", Code + "56"))["code"].ShouldBe(again);
    }

    [Theory]
    [InlineData("auth_code", "2812345678", "ACQ.PAYMENT_AUTH_CODE_INVALID")]
    [InlineData("auth_code", "3112345678901234", "ACQ.PAYMENT_AUTH_CODE_INVALID")]
    [InlineData("auth_code", "", "ACQ.INVALID_PARAMETER")]
    [InlineData("scene", "wave_code", "ACQ.INVALID_PARAMETER")]
    [InlineData("total_amount", "0", "ACQ.INVALID_PARAMETER")]
    public async Task A_wrong_field_is_refused(string field, string value, string subCode)
    {
        var content = System.Text.Json.Nodes.JsonNode.Parse(
            AlipayWorld.ChargeContent("T1", Code))!.AsObject();
        content[field] = value;

        var answer = await world.AskAsync("alipay.trade.pay", content.ToJsonString());

        answer["sub_code"].ShouldBe(subCode);
    }

    [Fact]
    public async Task A_face_pays_too()
    {
        var answer = await world.ChargeAsync("T1", "fp" + new string('a', 33));

        answer["code"].ShouldBe("10000");
    }

    [Fact]
    public async Task A_code_pays_for_one_trade_only()
    {
        await world.ChargeAsync("T1", Code);

        (await world.ChargeAsync("T2", Code))["sub_code"]
            .ShouldBe("ACQ.PAYMENT_AUTH_CODE_INVALID");
    }

    [Fact]
    public async Task Codes_may_pay_again_where_that_is_allowed()
    {
        await using var lenient = await AlipayWorld.StartAsync(
            static o => o with { AuthCodesAreUsedOnce = false });
        await lenient.ChargeAsync("T1", Code);

        (await lenient.ChargeAsync("T2", Code))["code"].ShouldBe("10000");
    }

    [Fact]
    public async Task The_same_number_is_charged_again_only_while_it_waits_for_the_same()
    {
        await world.ChargeAsync("T1", Code + "901");
        var other = await world.AskAsync(
            "alipay.trade.pay",
            AlipayWorld.ChargeContent("T1", Code + "57")
                .Replace("88.88", "8.88", StringComparison.Ordinal));
        var again = await world.ChargeAsync("T1", Code + "56");
        var late = await world.ChargeAsync("T1", Code + "58");

        other["sub_code"].ShouldBe("ACQ.CONTEXT_INCONSISTENT");
        again["code"].ShouldBe("10000");
        late["sub_code"].ShouldBe("ACQ.TRADE_HAS_SUCCESS");
    }

    [Fact]
    public async Task What_a_code_does_can_be_ordered()
    {
        using var ordered = await world.Client.PutAsJsonAsync(
            $"/control/codes/{Code}",
            new { payer = "waits", answer = "refused", sub_code = "ACQ.SYSTEM_ERROR" });
        var listed = await world.Client.GetStringAsync("/control/codes");
        var answer = await world.ChargeAsync("T1", Code);
        using var cleared = await world.Client.DeleteAsync("/control/codes");

        ordered.StatusCode.ShouldBe(HttpStatusCode.OK);
        listed.ShouldContain(Code);
        answer["sub_code"].ShouldBe("ACQ.SYSTEM_ERROR");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("WAIT_BUYER_PAY");
        (await world.ChargeAsync("T1", Code))["code"].ShouldBe("10000");
    }

    [Theory]
    [InlineData("""{"payer":"sleeps"}""")]
    [InlineData("""{"payer":17}""")]
    [InlineData("""{"payer":"none"}""")]
    [InlineData("""{"answer":"refused"}""")]
    [InlineData("""{"answer":"busy","sub_code":"ACQ.PAYMENT_FAIL"}""")]
    [InlineData("pays")]
    public async Task An_order_for_a_code_without_sense_is_refused(string body)
    {
        using var content = new StringContent(body);
        using var response = await world.Client.PutAsync($"/control/codes/{Code}", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_GBK_till_is_answered_and_notified_in_GBK()
    {
        var gbk = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        using var response = await world
            .Call("alipay.trade.pay", AlipayWorld.ChargeContent("T1", Code), gbk, "gbk")
            .With("notify_url", world.Merchant.NotifyUrl).SendAsync();

        var answer = await SignedAnswer.ReadAsync(response, gbk);
        var notice = NoticeForm.Parse((await world.Merchant.NextAsync()).Body, gbk);

        answer["code"].ShouldBe("10000");
        answer.Genuine.ShouldBe(true);
        notice.IsGenuine.ShouldBeTrue();
        notice["subject"].ShouldBe("测试商品 A+B");
        notice["charset"].ShouldBe("gbk");
    }
}
