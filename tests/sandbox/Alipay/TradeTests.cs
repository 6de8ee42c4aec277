using System.Net;
using System.Net.Http.Json;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class TradeTests : IAsyncLifetime
{
    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task No_trade_exists_until_the_payer_acts()
    {
        var page = await OpenAsync(world.Page("T1"));
        var before = await world.QueryAsync("T1");
        await world.Client.PostAsync($"{page}/cancel", null);

        var after = await world.QueryAsync("T1");

        before.Inner.ShouldBe(
            """{"code":"40004","msg":"Business Failed","sub_code":"ACQ.TRADE_NOT_EXIST","""
            + "\"sub_msg\":\"交易不存在\",\"buyer_pay_amount\":\"0.00\","
            + "\"invoice_amount\":\"0.00\",\"out_trade_no\":\"T1\","
            + "\"point_amount\":\"0.00\",\"receipt_amount\":\"0.00\"}");
        after["trade_status"].ShouldBe("WAIT_BUYER_PAY");
        after["receipt_amount"].ShouldBe("0.00");
        after["send_pay_date"].ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paid_trade_says_so_in_alphabetical_order()
    {
        await OpenAsync(world.Page("T1", ""","passback_params":"a%2Fb" """));
        await world.PayAsync("T1");

        var answer = await world.QueryAsync("T1");

        answer.Genuine.ShouldBe(true);
        answer.Inner.ShouldStartWith(
            """{"code":"10000","msg":"Success","buyer_logon_id":"159****5620","""
            + "\"buyer_pay_amount\":\"88.88\",");
        answer["trade_status"].ShouldBe("TRADE_SUCCESS");
        answer["total_amount"].ShouldBe("88.88");
        answer["send_pay_date"].ShouldBe("2026-01-02 03:04:05");
        answer["passback_params"].ShouldBe("a%2Fb");
        answer["trade_no"].Length.ShouldBe(28);
    }

    [Fact]
    public async Task The_trade_number_wins_over_the_merchants_number()
    {
        await OpenAsync(world.Page("T1"));
        await OpenAsync(world.Page("T2"));
        var first = await world.PayAsync("T1");
        await world.PayAsync("T2");

        var number = first.GetProperty("trade_no").GetString();
        using var response = await world.Call(
            "alipay.trade.query",
            $$"""{"out_trade_no":"T2","trade_no":"{{number}}"}""").SendAsync();

        (await SignedAnswer.ReadAsync(response))["out_trade_no"].ShouldBe("T1");
    }

    [Fact]
    public async Task A_waiting_trade_closes_once_and_can_be_paid_no_more()
    {
        var page = await OpenAsync(world.Page("T1"));
        await world.Client.PostAsync($"{page}/cancel", null);

        var first = await CloseAsync("T1");
        var second = await CloseAsync("T1");
        using var paid = await world.Client.PostAsync("/control/trades/T1/pay", null);

        first["code"].ShouldBe("10000");
        first["out_trade_no"].ShouldBe("T1");
        second["sub_code"].ShouldBe("ACQ.TRADE_STATUS_ERROR");
        paid.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_CLOSED");
    }

    [Fact]
    public async Task A_paid_trade_does_not_close()
    {
        await OpenAsync(world.Page("T1"));
        await world.PayAsync("T1");

        (await CloseAsync("T1"))["sub_code"].ShouldBe("ACQ.TRADE_STATUS_ERROR");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
    }

    [Theory]
    [InlineData(""","timeout_express":"30m" """, 29, 30)]
    [InlineData(""","time_expire":"2026-01-02 03:34:05" """, 29, 30)]
    [InlineData(""","time_expire":"2026-01-02 03:34:05","timeout_express":"2h" """, 29, 30)]
    [InlineData(""","timeout_express":"1c" """, 20 * 60, (21 * 60) + 1)]
    [InlineData("", (15 * 24 * 60) - 1, 15 * 24 * 60)]
    public async Task A_trade_closes_when_its_time_is_over(string limit, int before, int after)
    {
        var page = await OpenAsync(world.Page("T1", limit));
        await world.Client.PostAsync($"{page}/cancel", null);

        world.Time.Advance(TimeSpan.FromMinutes(before));
        var open = await StatusAsync("T1");
        world.Time.Advance(TimeSpan.FromMinutes(after - before));
        var over = await StatusAsync("T1");

        open.ShouldBe("WAIT_BUYER_PAY");
        over.ShouldBe("TRADE_CLOSED");
    }

    [Fact]
    public async Task The_same_number_with_another_amount_is_refused_at_the_page()
    {
        var first = await OpenAsync(world.Page("T1"));
        await world.Client.PostAsync($"{first}/cancel", null);
        var other = AlipayWorld.PageContent("T1")
            .Replace("88.88", "8.88", StringComparison.Ordinal);
        var second = await OpenAsync(world.Page("T1").With("biz_content", other));

        using var response = await world.Client.PostAsync($"{second}/pay", null);

        (await response.Content.ReadAsStringAsync()).ShouldContain("ACQ.CONTEXT_INCONSISTENT");
    }

    private static async Task<string> OpenAsync(GatewayCaller call)
    {
        using var response = await call.SendAsync(post: false);
        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        return response.Headers.Location!.ToString();
    }

    private async Task<SignedAnswer> CloseAsync(string outTradeNo)
    {
        using var response = await world.Call(
            "alipay.trade.close", $$"""{"out_trade_no":"{{outTradeNo}}"}""").SendAsync();
        return await SignedAnswer.ReadAsync(response);
    }

    private async Task<string> StatusAsync(string outTradeNo)
    {
        var trade = await world.Client.GetFromJsonAsync<System.Text.Json.JsonElement>(
            $"/control/trades/{outTradeNo}");
        return trade.GetProperty("trade_status").GetString()!;
    }
}
