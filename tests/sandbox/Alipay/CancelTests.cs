using PayFunctions.Sandbox.Alipay;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class CancelTests : IAsyncLifetime
{
    private const string Waits = "2812345678901901";
    private const string Pays = "2812345678901234";

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_waiting_trade_is_closed()
    {
        var charged = await world.ChargeAsync("T1", Waits);

        var answer = await CancelAsync("T1");

        answer.Inner.ShouldBe(
            """{"code":"10000","msg":"Success","action":"close","out_trade_no":"T1","""
            + $"\"retry_flag\":\"N\",\"trade_no\":\"{charged["trade_no"]}\"}}");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_CLOSED");
        world.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_paid_trade_is_refunded_and_the_merchant_is_told()
    {
        await world.ChargeAsync("T1", Pays);
        await world.NotifiedAsync();

        var answer = await CancelAsync("T1");

        answer["action"].ShouldBe("refund");
        answer["retry_flag"].ShouldBe("N");
        var notice = await world.NotifiedAsync();
        notice["trade_status"].ShouldBe("TRADE_CLOSED");
        notice["refund_fee"].ShouldBe("88.88");
        (await world.TradeAsync("T1")).GetProperty("state").GetString().ShouldBe("refunded");
    }

    [Fact]
    public async Task What_is_left_of_a_trade_is_refunded()
    {
        await world.ChargeAsync("T1", Pays);
        await world.AskAsync(
            "alipay.trade.refund",
            """{"out_trade_no":"T1","refund_amount":"80","out_request_no":"T1"}""");

        (await CancelAsync("T1"))["action"].ShouldBe("refund");

        (await world.TradeAsync("T1")).GetProperty("refunds").EnumerateArray()
            .Select(static r => r.GetProperty("fen").GetInt64()).ShouldBe([8000, 888]);
    }

    [Fact]
    public async Task Without_a_trade_nothing_is_done_and_no_action_named()
    {
        var answer = await CancelAsync("T1");

        answer.Inner.ShouldBe(
            """{"code":"10000","msg":"Success","out_trade_no":"T1","retry_flag":"N"}""");
    }

    [Theory]
    [InlineData(true, "close")]
    [InlineData(false, "")]
    public async Task A_second_cancel_changes_nothing(bool namesAction, string action)
    {
        await using var other = await AlipayWorld.StartAsync(
            o => o with { RepeatedCancelNamesAction = namesAction });
        await other.ChargeAsync("T1", Waits);
        await other.AskAsync("alipay.trade.cancel", """{"out_trade_no":"T1"}""");

        var second = await other.AskAsync("alipay.trade.cancel", """{"out_trade_no":"T1"}""");

        second["code"].ShouldBe("10000");
        second["action"].ShouldBe(action);
    }

    [Theory]
    [InlineData(24 * 60, "10000", "")]
    [InlineData((24 * 60) + 1, "40004", "ACQ.TRADE_CANCEL_TIME_OUT")]
    public async Task A_payment_can_be_cancelled_for_24_hours(
        int minutes, string code, string subCode)
    {
        await using var patient = await AlipayWorld.StartAsync(
            static o => o with { TimestampTolerance = TimeSpan.FromDays(2) });
        await patient.ChargeAsync("T1", Pays);
        patient.Time.Advance(TimeSpan.FromMinutes(minutes));

        var answer = await patient.AskAsync("alipay.trade.cancel", """{"out_trade_no":"T1"}""");

        answer["code"].ShouldBe(code);
        answer["sub_code"].ShouldBe(subCode);
    }

    [Fact]
    public async Task A_finished_trade_cannot_be_cancelled()
    {
        await using var brief = await AlipayWorld.StartAsync(
            static o => o with { RefundWindow = TimeSpan.FromMinutes(1) });
        await brief.ChargeAsync("T1", Pays);
        brief.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await brief.AskAsync("alipay.trade.cancel", """{"out_trade_no":"T1"}""");

        answer["sub_code"].ShouldBe("ACQ.TRADE_HAS_FINISHED");
        (await brief.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_FINISHED");
    }

    [Theory]
    [InlineData("cancel_retry", "TRADE_SUCCESS")]
    [InlineData("cancel_retry;done", "TRADE_CLOSED")]
    public async Task A_cancel_may_have_to_be_repeated(string fault, string status)
    {
        await world.ChargeAsync("T1", Pays);

        var first = await CancelAsync("T1", fault);
        var between = await world.QueryAsync("T1");
        var second = await CancelAsync("T1");

        first["code"].ShouldBe("10000");
        first["retry_flag"].ShouldBe("Y");
        first["action"].ShouldBeEmpty();
        between["trade_status"].ShouldBe(status);
        second["retry_flag"].ShouldBe("N");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_CLOSED");
    }

    [Fact]
    public async Task An_order_to_repeat_waits_for_a_cancel()
    {
        await world.FaultAsync(CancelTrade.Retry);
        await world.ChargeAsync("T1", Waits);

        (await CancelAsync("T1"))["retry_flag"].ShouldBe("Y");
        (await CancelAsync("T1"))["retry_flag"].ShouldBe("N");
    }

    [Fact]
    public async Task A_seller_without_money_cannot_refund_by_cancelling()
    {
        await world.ChargeAsync("T1", Pays);

        var answer = await CancelAsync("T1", "seller_balance_not_enough");

        answer["sub_code"].ShouldBe("ACQ.SELLER_BALANCE_NOT_ENOUGH");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
    }

    [Fact]
    public async Task An_end_is_told_where_the_merchant_wants_it()
    {
        await using var talkative = await AlipayWorld.StartAsync(
            static o => o with { NotifiesOfClosing = true });
        await talkative.ChargeAsync("T1", Waits);
        await talkative.AskAsync("alipay.trade.close", """{"out_trade_no":"T1"}""");

        var notice = await talkative.NotifiedAsync();

        notice["trade_status"].ShouldBe("TRADE_CLOSED");
        notice.Names.ShouldNotContain("refund_fee");
    }

    private Task<SignedAnswer> CancelAsync(string outTradeNo, string? fault = null)
        => world.AskAsync(
            "alipay.trade.cancel", $$"""{"out_trade_no":"{{outTradeNo}}"}""", fault);
}
