using System.Net;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class PrecreateTests : IAsyncLifetime
{
    private const string Precreate = "alipay.trade.precreate";

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_code_comes_as_an_address_with_escaped_slashes()
    {
        var answer = await CodeAsync("T1");

        answer.Genuine.ShouldBe(true);
        answer.Names.ShouldBe(AlipayVectors.FieldsOf(
            "precreate: URL with escaped slashes, signature over the escaped text"));
        answer.Inner.ShouldContain("\"qr_code\":\"http:\\/\\/127.0.0.1:");
        answer["qr_code"].ShouldStartWith($"{world.Simulator.Address}scan/");
    }

    [Fact]
    public async Task No_trade_exists_until_the_code_is_scanned()
    {
        var code = (await CodeAsync("T1"))["qr_code"];
        var before = await world.QueryAsync("T1");
        var shown = await world.TradeAsync("T1");

        using var scanned = await world.Client.GetAsync(code);

        before["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
        shown.GetProperty("state").GetString().ShouldBe("unused");
        shown.GetProperty("pay_url").GetString().ShouldBe(code);
        scanned.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("WAIT_BUYER_PAY");
    }

    [Fact]
    public async Task Who_scans_can_pay_and_the_merchant_is_told()
    {
        var code = (await CodeAsync("T1"))["qr_code"];
        using var scanned = await world.Client.GetAsync(code);
        var page = await world.Client.GetStringAsync(scanned.Headers.Location);
        using var paid = await world.Client.PostAsync($"{scanned.Headers.Location}/pay", null);
        var notice = await world.NotifiedAsync();
        var after = await world.Client.GetStringAsync(paid.Headers.Location);

        page.ShouldContain("id=\"pay\"");
        notice["trade_status"].ShouldBe("TRADE_SUCCESS");
        after.ShouldContain("id=\"paid\"");
        after.ShouldNotContain("id=\"return\"");
    }

    [Theory]
    [InlineData("", 120)]
    [InlineData(""","qr_code_timeout_express":"10m" """, 10)]
    public async Task A_code_that_is_too_old_cannot_be_scanned(string limit, int minutes)
    {
        var code = (await CodeAsync("T1", limit))["qr_code"];
        world.Time.Advance(TimeSpan.FromMinutes(minutes));

        var page = await world.Client.GetStringAsync(code);

        page.ShouldContain("二维码已失效");
        (await world.TradeAsync("T1")).GetProperty("state").GetString().ShouldBe("unused");
    }

    [Fact]
    public async Task The_trades_time_counts_from_the_scan()
    {
        var code = (await CodeAsync("T1"))["qr_code"];
        world.Time.Advance(TimeSpan.FromMinutes(119));
        using var scanned = await world.Client.GetAsync(code);

        world.Time.Advance(TimeSpan.FromMinutes(179));
        var open = await StatusAsync("T1");
        world.Time.Advance(TimeSpan.FromMinutes(1));

        open.ShouldBe("WAIT_BUYER_PAY");
        (await StatusAsync("T1")).ShouldBe("TRADE_CLOSED");
    }

    [Fact]
    public async Task Two_codes_of_one_order_are_paid_once()
    {
        var first = (await CodeAsync("T1"))["qr_code"];
        var second = (await CodeAsync("T1"))["qr_code"];
        await world.PayAsync("T1");

        using var scanned = await world.Client.GetAsync(first);

        second.ShouldNotBe(first);
        (await world.Client.GetStringAsync(scanned.Headers.Location)).ShouldContain("id=\"paid\"");
        (await CodeAsync("T1"))["sub_code"].ShouldBe("ACQ.TRADE_HAS_SUCCESS");
    }

    [Theory]
    [InlineData(""","product_code":"FAST_INSTANT_TRADE_PAY" """, "product_code")]
    [InlineData(""","store_id":"123456789012345678901234567890123" """, "store_id")]
    [InlineData(""","qr_code_timeout_express":"3h1m" """, "qr_code_timeout_express")]
    [InlineData(""","goods_detail":{} """, "goods_detail")]
    [InlineData(""","goods_detail":[{"goods_id":"1"}] """, "goods_detail")]
    [InlineData(""","extend_params":[] """, "extend_params")]
    [InlineData(""","discountable_amount":"x" """, "discountable_amount")]
    [InlineData(
        ""","discountable_amount":"8.88","undiscountable_amount":"8" """, "undiscountable_amount")]
    [InlineData(
        ""","enable_pay_channels":"balance","disable_pay_channels":"coupon" """,
        "disable_pay_channels")]
    public async Task A_wrong_field_is_named(string more, string field)
    {
        var answer = await CodeAsync("T1", more);

        answer["sub_code"].ShouldBe("ACQ.INVALID_PARAMETER");
        answer["sub_msg"].ShouldBe($"参数有误：{field}");
    }

    [Fact]
    public async Task Optional_fields_are_read()
    {
        var answer = await CodeAsync(
            "T1",
            """
            ,"discountable_amount":"8.88","undiscountable_amount":"80","product_code":
            "FACE_TO_FACE_PAYMENT","extend_params":{"hb_fq_num":"3"},"store_id":"NJ_001",
            "goods_detail":[{"goods_id":"1","goods_name":"水","quantity":1,"price":88.88}]
            """);
        await world.PayAsync("T1");

        answer["code"].ShouldBe("10000");
        (await world.QueryAsync("T1"))["store_id"].ShouldBe("NJ_001");
    }

    [Fact]
    public async Task A_beginning_is_told_where_the_merchant_wants_it()
    {
        await using var talkative = await AlipayWorld.StartAsync(
            static o => o with { NotifiesOfCreation = true });
        var code = await talkative.AskAsync(Precreate, Content("T1", ""));
        using var scanned = await talkative.Client.GetAsync(code["qr_code"]);
        var begun = await talkative.NotifiedAsync();
        await talkative.PayAsync("T1");

        var paid = await talkative.NotifiedAsync();

        begun["trade_status"].ShouldBe("WAIT_BUYER_PAY");
        paid["trade_status"].ShouldBe("TRADE_SUCCESS");
        paid["notify_id"].ShouldNotBe(begun["notify_id"]);
    }

    private static string Content(string outTradeNo, string more)
        => $$"""
            {"out_trade_no":"{{outTradeNo}}","total_amount":"88.88","subject":"水"{{more}}}
            """;

    private Task<SignedAnswer> CodeAsync(string outTradeNo, string more = "")
        => world.AskAsync(Precreate, Content(outTradeNo, more));

    private async Task<string> StatusAsync(string outTradeNo)
        => (await world.TradeAsync(outTradeNo)).GetProperty("trade_status").GetString()!;
}
