namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class RefundTests : IAsyncLifetime
{
    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await AlipayWorld.StartAsync();
        await world.ChargeAsync("T1", "2812345678901234");
        await world.NotifiedAsync();
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_part_goes_back_and_the_trade_stays_paid()
    {
        var answer = await RefundAsync("8.80", "R1");

        answer.Genuine.ShouldBe(true);
        answer.Names.ShouldBe(
        [
            "code", "msg", "buyer_logon_id", "buyer_user_id", "fund_change", "out_trade_no",
            "refund_fee", "trade_no",
        ]);
        answer["fund_change"].ShouldBe("Y");
        answer["refund_fee"].ShouldBe("8.80");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
        var notice = await world.NotifiedAsync();
        notice.IsGenuine.ShouldBeTrue();
        notice["trade_status"].ShouldBe("TRADE_SUCCESS");
        notice["refund_fee"].ShouldBe("8.80");
        notice["gmt_refund"].ShouldBe("2026-01-02 03:04:05.000");
        notice["out_biz_no"].ShouldBe("R1");
        notice.Names.ShouldNotContain("gmt_close");
    }

    [Fact]
    public async Task Parts_add_up_until_the_trade_closes()
    {
        await RefundAsync("8.80", "R1");
        var part = await world.NotifiedAsync();

        var answer = await RefundAsync("80.08", "R2");

        answer["fund_change"].ShouldBe("Y");
        answer["refund_fee"].ShouldBe("88.88");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_CLOSED");
        var notice = await world.NotifiedAsync();
        notice["trade_status"].ShouldBe("TRADE_CLOSED");
        notice["refund_fee"].ShouldBe("88.88");
        notice["out_biz_no"].ShouldBe("R2");
        notice["notify_id"].ShouldNotBe(part["notify_id"]);
        GoldenNames().Except(notice.Names).ShouldBe(["seller_email"]);
    }

    [Fact]
    public async Task The_same_number_again_moves_nothing()
    {
        await RefundAsync("8.80", "R1");
        await world.NotifiedAsync();

        var again = await RefundAsync("8.8", "R1");

        again["code"].ShouldBe("10000");
        again["fund_change"].ShouldBe("N");
        again["refund_fee"].ShouldBe("8.80");
        world.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_number_again_is_no_error_after_the_whole_went_back()
    {
        await RefundAsync("88.88", "R1");

        (await RefundAsync("88.88", "R1"))["fund_change"].ShouldBe("N");
        (await RefundAsync("1", "R2"))["sub_code"].ShouldBe("ACQ.TRADE_HAS_CLOSE");
    }

    [Theory]
    [InlineData("8.81", "R1", "ACQ.DISCORDANT_REPEAT_REQUEST")]
    [InlineData("80.09", "R2", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL")]
    [InlineData("8.80", "", "ACQ.INVALID_PARAMETER")]
    [InlineData("0", "R2", "ACQ.INVALID_PARAMETER")]
    [InlineData("-1", "R2", "ACQ.INVALID_PARAMETER")]
    public async Task A_refund_that_cannot_be_is_refused(
        string amount, string number, string subCode)
    {
        await RefundAsync("8.80", "R1");

        var answer = await RefundAsync(amount, number);

        answer["code"].ShouldBe("40004");
        answer["sub_code"].ShouldBe(subCode);
        (await world.TradeAsync("T1")).GetProperty("refunds").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_whole_refund_without_a_number_has_the_trades()
    {
        await RefundAsync("88.88", "");

        (await AskAsync("T1"))["refund_status"].ShouldBe("REFUND_SUCCESS");
    }

    [Fact]
    public async Task Only_what_is_paid_can_be_refunded()
    {
        await world.ChargeAsync("T2", "2812345678901901");

        (await RefundAsync("1", "R1", "T2"))["sub_code"].ShouldBe("ACQ.TRADE_STATUS_ERROR");
        (await RefundAsync("1", "R1", "T3"))["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
    }

    [Fact]
    public async Task After_the_window_nothing_goes_back()
    {
        await using var brief = await AlipayWorld.StartAsync(
            static o => o with { RefundWindow = TimeSpan.FromMinutes(1) });
        await brief.ChargeAsync("T1", "2812345678901234");
        brief.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await brief.AskAsync(
            "alipay.trade.refund", """{"out_trade_no":"T1","refund_amount":"88.88"}""");

        answer["sub_code"].ShouldBe("ACQ.TRADE_HAS_FINISHED");
    }

    [Fact]
    public async Task A_lost_answer_has_refunded()
    {
        await Should.ThrowAsync<HttpRequestException>(
            () => RefundAsync("8.80", "R1", fault: "lost_answer"));

        (await RefundAsync("8.80", "R1"))["fund_change"].ShouldBe("N");
        (await AskAsync("R1"))["refund_amount"].ShouldBe("8.80");
    }

    [Fact]
    public async Task A_seller_without_money_refunds_nothing()
    {
        var answer = await RefundAsync("8.80", "R1", fault: "seller_balance_not_enough");

        answer["sub_code"].ShouldBe("ACQ.SELLER_BALANCE_NOT_ENOUGH");
        (await RefundAsync("8.80", "R1"))["fund_change"].ShouldBe("Y");
    }

    [Fact]
    public async Task Where_the_money_went_is_told_on_request()
    {
        var answer = await world.AskAsync(
            "alipay.trade.refund",
            """
            {"out_trade_no":"T1","refund_amount":"8.80","out_request_no":"R1",
            "query_options":["refund_detail_item_list"]}
            """);

        answer["send_back_fee"].ShouldBe("8.80");
        answer["refund_detail_item_list"]
            .ShouldBe("""[{"amount":"8.80","fund_channel":"ALIPAYACCOUNT"}]""");
    }

    [Fact]
    public async Task A_refund_is_found_with_what_was_asked_for()
    {
        await RefundAsync("8.80", "R1");

        var brief = await AskAsync("R1");
        var whole = await AskAsync("R1", ""","query_options":["gmt_refund_pay"]""");

        brief.Names.ShouldBe(
        [
            "code", "msg", "out_request_no", "out_trade_no", "refund_amount", "refund_reason",
            "refund_status", "total_amount", "trade_no",
        ]);
        brief["refund_reason"].ShouldBe("正常退款");
        whole["gmt_refund_pay"].ShouldBe("2026-01-02 03:04:05");
    }

    [Fact]
    public async Task An_unknown_refund_is_a_success_without_fields()
        => (await AskAsync("R9")).Inner.ShouldBe("""{"code":"10000","msg":"Success"}""");

    [Fact]
    public async Task A_question_about_a_refund_needs_a_trade_and_a_number()
    {
        var noTrade = await world.AskAsync(
            "alipay.trade.fastpay.refund.query",
            """{"out_trade_no":"T9","out_request_no":"R1"}""");

        noTrade["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
        (await AskAsync(""))["sub_code"].ShouldBe("ACQ.INVALID_PARAMETER");
    }

    private static IEnumerable<string> GoldenNames()
        => AlipayVectors.Notifies.GetProperty("vectors")[1].GetProperty("params")
            .EnumerateObject().Select(static p => p.Name);

    private Task<SignedAnswer> RefundAsync(
        string amount, string number, string outTradeNo = "T1", string? fault = null)
        => world.AskAsync(
            "alipay.trade.refund",
            $$"""
            {"out_trade_no":"{{outTradeNo}}","refund_amount":"{{amount}}",
            "out_request_no":"{{number}}","refund_reason":"正常退款"}
            """,
            fault);

    private Task<SignedAnswer> AskAsync(string number, string more = "")
        => world.AskAsync(
            "alipay.trade.fastpay.refund.query",
            $$"""{"out_trade_no":"T1","out_request_no":"{{number}}"{{more}}}""");
}
